"use server";

import { accountAction } from "@/lib/actions/account-action";
import { requestPasswordReset, RequestPasswordResetInput } from "@/lib/use-cases/account/request-password-reset";

export const requestPasswordResetAction = accountAction({
  input: RequestPasswordResetInput,
  run: requestPasswordReset,
});
