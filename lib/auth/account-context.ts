import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { database, type Tx } from "@/db/client";
import type { TeamDb } from "@/db/scope";
import type { Id } from "@/lib/domain/ids";
import type { Letter } from "@/lib/domain/letter";
import { webEnv } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { newId } from "@/lib/new-id";
import { allowAttempt, type AttemptKind } from "./attempts";
import { passwords, type Passwords } from "./password";
import { changeOwnTeams } from "./change-own-teams";
import { currentSession, type Session } from "./session";
import { visitorAddress } from "./visitor-address";

/** What a use-case on accounts gets: who asks, if anybody, at what moment, and the only way to what it may touch. */
export interface AccountContext {
  readonly session: Session | null;
  /** Of the page that was filled in; letters to strangers are in it. */
  readonly locale: Locale;
  readonly now: Date;
  readonly newId: <T extends Id<string>>() => T;
  /** One whole change of what is known before a team is. */
  readonly change: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly passwords: Passwords;
  /** Counts an attempt of an account, known or not; throws `too-many`. */
  readonly allow: (kind: AttemptKind, account: string) => Promise<void>;
  /** Sends after the answer is out, so that its time tells nothing. */
  readonly post: (letter: Letter) => void;
}

export interface SignedInContext extends AccountContext {
  readonly session: Session;
  /** One whole change in each team that the user is a member of, one after another. */
  readonly changeOwnTeams: (work: (db: TeamDb) => Promise<void>) => Promise<void>;
}

export async function openAccount(post: (letter: Letter) => void): Promise<AccountContext> {
  const { AUTH_SECRET: secret, RATE_LIMIT_FACTOR: factor, TRUST_PROXY } = webEnv();
  const address = visitorAddress(await headers(), TRUST_PROXY);
  const now = new Date();
  return {
    session: await currentSession(),
    locale: await getLocale(),
    now,
    newId: () => newId(now.getTime()),
    change: (work) => database().transaction({ teamId: null, access: "write" }, work),
    passwords,
    allow: (kind, account) => allowAttempt({ db: database(), secret, factor }, { kind, account, address }, now),
    post,
  };
}

/** The same for somebody who is signed in. */
export function asSignedIn(ctx: AccountContext, session: Session): SignedInContext {
  return { ...ctx, session, changeOwnTeams: (work) => changeOwnTeams(database(), session.user.id, work) };
}
