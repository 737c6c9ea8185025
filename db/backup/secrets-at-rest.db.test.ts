import { afterAll, beforeAll, expect, it } from "vitest";
import { withConnection } from "@/db/bootstrap";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { requestPasswordReset } from "@/lib/use-cases/account/request-password-reset";
import { accountDesk, NOW, PASSWORD } from "@/lib/use-cases/account/testing/account-desk";
import { inviteMember } from "@/lib/use-cases/members/invite-member";
import { sharingDesk } from "@/lib/use-cases/sharing/testing/sharing-desk";
import { hashToken } from "@/lib/token";
import { dump } from "./dump";

let server: TestDatabase;
let sharing: ReturnType<typeof sharingDesk>;
beforeAll(async () => {
  server = await testDatabase();
  sharing = sharingDesk(server);
});
afterAll(async () => {
  await sharing.close();
  await server.drop();
});

it("a backup of everything holds no token and no password that opens anything: of each its hash alone (S1)", async () => {
  const account = accountDesk(server.db);
  const user = await account.signedUp();
  await requestPasswordReset(account.at(NOW, null, null), { email: user.email });
  const { teamId, owner } = await sharing.newTeam();
  const { token, password } = await sharing.make(teamId, owner, { protection: "generated" });
  const invited = await sharing.as(teamId, owner, (ctx) =>
    inviteMember(ctx, { email: "ola@example.no", role: "member" }),
  );
  const { key } = await sharing.as(teamId, owner, (ctx) =>
    createApiKey(ctx, { name: "Test", scope: "read", days: "never" }),
  );
  const tokens = {
    link: token,
    invitation: invited.token,
    confirmation: account.lastToken("confirm-email", user.email),
    reset: account.lastToken("reset-password", user.email),
    "key of the API": key,
  };

  const parts: Buffer[] = [];
  await withConnection(server.backupUrl, async (sql) => {
    for await (const part of dump(sql)) parts.push(part);
  });
  const backup = Buffer.concat(parts);
  for (const [name, secret] of Object.entries({
    ...tokens,
    password: PASSWORD,
    "password of a link": password ?? "",
  })) {
    for (const encoding of ["utf8", "hex", "base64"] as const) {
      expect(backup.includes(Buffer.from(secret).toString(encoding)), `${name}, ${encoding}`).toBe(false);
    }
  }
  // What it is found by is there, so these were the tables.
  for (const [name, secret] of Object.entries(tokens)) expect(backup.includes(hashToken(secret)), name).toBe(true);
  const bytes = Object.values(tokens).map((secret) => Buffer.from(secret.slice(-43), "base64url").length);
  expect(bytes).toEqual([32, 32, 32, 32, 32]);
});
