import { database } from "@/db/client";
import { AppError } from "@/lib/domain/errors";
import { webEnv } from "@/lib/env";
import { allowAttempt } from "./attempts";
import { currentSession } from "./session";

/** Counts an export of whoever is signed in; `too-many` when they take more lists than a person reads. */
export async function allowExport(): Promise<void> {
  const session = await currentSession();
  if (session === null) throw new AppError("unauthenticated");
  const { AUTH_SECRET: secret, RATE_LIMIT_FACTOR: factor } = webEnv();
  const attempt = { kind: "export", account: session.user.email, address: null } as const;
  await allowAttempt({ db: database(), secret, factor }, attempt, new Date());
}
