"use server";

import { teamAction } from "@/lib/actions/team-action";
import { confirmPassword } from "@/lib/auth/confirm-password";
import { createApiKey, NewApiKeyForm } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKey, RevokeApiKeyInput } from "@/lib/use-cases/api-keys/revoke-api-key";

export const createApiKeyAction = teamAction({
  needs: "key:create",
  input: NewApiKeyForm,
  before: ({ password }) => confirmPassword(password),
  run: async (ctx, { password: _, ...input }): Promise<{ readonly key: string }> => {
    const { key } = await createApiKey(ctx, input);
    return { key };
  },
});
export const revokeApiKeyAction = teamAction({ needs: "key:revoke", input: RevokeApiKeyInput, run: revokeApiKey });
