import postgres from "postgres";
import { Dialler, type Ssl } from "./dialler";

export interface LinkSettings {
  readonly connectTimeoutMs: number;
  readonly prepare: boolean;
  /** Sent when the session starts: timeouts, zone, formats. */
  readonly session: Readonly<Record<string, string>>;
  readonly ssl?: Ssl;
}

/** A driver client with one socket for life. It cannot reconnect, so what runs on it runs in one session or not at all. */
export class Link {
  #alive = true;
  #mourn: ((cause: unknown) => void) | null = null;
  readonly #dialler: Dialler;
  readonly sql: postgres.Sql;

  private constructor(url: string, { connectTimeoutMs, prepare, session, ssl }: LinkSettings) {
    this.#dialler = new Dialler(url, ssl);
    const options = {
      max: 1,
      ssl: false,
      prepare,
      fetch_types: false,
      max_lifetime: null,
      connect_timeout: connectTimeoutMs / 1000,
      connection: { application_name: "tofold", ...session },
      types: TEXT_TYPES,
      onnotice: () => {},
      onclose: () => this.#closed(),
      // Not in the driver's types: it is asked for every socket that the client wants to open.
      socket: this.#dialler.dial.bind(this.#dialler),
    };
    this.sql = postgres(url, options);
  }

  static async open(url: string, settings: LinkSettings): Promise<Link> {
    const link = new Link(url, settings);
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("No answer while connecting")), settings.connectTimeoutMs);
    });
    try {
      await Promise.race([link.sql.unsafe("select 1"), silence]);
      return link;
    } catch (error) {
      link.kill(error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  get isAlive(): boolean {
    return this.#alive && !this.#dialler.isDead;
  }

  /** Who is told of the link's death: one transaction at a time, since one owns it at a time. */
  mournedBy(mourn: ((cause: unknown) => void) | null): void {
    this.#mourn = mourn;
  }

  /** Final, and at once: the server rolls back what was open. */
  kill(cause?: unknown): void {
    this.#alive = false;
    this.#mourn?.(cause);
    this.#dialler.hangUp();
  }

  #closed(): void {
    this.#alive = false;
    this.#mourn?.(new Error("The connection was closed"));
    // Only now: ending the driver's client before its socket has closed can write to a destroyed socket.
    void this.sql.end({ timeout: 0 });
  }
}

const asText = (value: unknown): string => String(value);

/** Parameters come as text, and each column reads its own kind of moment or date: the driver must not guess. */
const TEXT_TYPES = {
  moment: { to: 1184, from: [1082, 1114, 1184], serialize: asText, parse: asText },
  boolean: { to: 16, from: [16], serialize: asText, parse: (text: string) => text === "t" },
  bytes: { to: 17, from: [17], serialize: asText, parse: (text: string) => Buffer.from(text.slice(2), "hex") },
  json: { to: 114, from: [114, 3802], serialize: asText, parse: parseJson },
};

/** A JSON string keeps its quotes, because drizzle parses once more whatever arrives as a string. */
function parseJson(text: string): unknown {
  return text.startsWith('"') ? text : JSON.parse(text);
}
