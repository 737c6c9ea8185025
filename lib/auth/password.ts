import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/domain/errors";

// OWASP's password storage cheat sheet: argon2id, which is the package's default, with 19 MiB.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// 100 hashes at once would starve the thread pool of everything else.
const RUNNING_MAX = 2;
const WAITING_MAX = 40;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for `null`, an account without a password or no account at all, as for a wrong one. */
  verify(stored: string | null, password: string): Promise<boolean>;
  /** Whether its parameters have risen since. */
  isOutdated(stored: string): boolean;
}

export const passwords: Passwords = {
  hash: (password) => inTurn(() => hash(password, PARAMETERS)),

  verify: (stored, password) =>
    inTurn(async () => {
      const matches = await verify(stored ?? NOBODYS, password);
      return stored !== null && matches;
    }),

  isOutdated(stored) {
    const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(stored) ?? [];
    return !(Number(memory) >= PARAMETERS.memoryCost && Number(time) >= PARAMETERS.timeCost);
  },
};

/** A valid hash, with our parameters, of random bytes that nobody kept. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$Op/9L7k/4f02Vo+KFjAgXg$wnvlOHed3Wx1TabmgmVtgTxcewbOvjDhiVWfdvn5SbM";

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= RUNNING_MAX) {
    if (waiting.length >= WAITING_MAX) throw new AppError("too-many", { n: 1 });
    await new Promise<void>((resume) => waiting.push(resume));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
