import { once } from "node:events";
import { Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";
import postgres from "postgres";

export interface LinkSettings {
  readonly connectTimeoutMs: number;
  readonly prepare: boolean;
  /** Sent when the session starts: timeouts, zone, formats. */
  readonly session: Readonly<Record<string, string>>;
  readonly ssl?: boolean | "require" | "verify-full" | ConnectionOptions;
}

/** A driver client with one socket for life. It cannot reconnect, so what runs on it runs in one session or not at all. */
export class Link {
  #alive = true;
  #mourn: ((cause: unknown) => void) | null = null;
  readonly #socket = new Socket();
  readonly sql: postgres.Sql;

  private constructor(url: string, { connectTimeoutMs, prepare, session, ssl }: LinkSettings) {
    const options = {
      max: 1,
      prepare,
      fetch_types: false,
      max_lifetime: null,
      connect_timeout: connectTimeoutMs / 1000,
      connection: { application_name: "tofold", ...session },
      types: TEXT_TYPES,
      onnotice: () => {},
      onclose: () => this.#closed(),
      // Not in the driver's types: it is asked for every socket that the client wants to open.
      socket: dialOnce(this.#socket),
      ...(ssl === undefined ? {} : { ssl }),
    };
    this.sql = postgres(url, options);
  }

  static async open(url: string, settings: LinkSettings): Promise<Link> {
    const link = new Link(url, settings);
    const timer = setTimeout(
      () => link.#socket.destroy(new Error("No answer while connecting")),
      settings.connectTimeoutMs,
    );
    try {
      await link.sql.unsafe("select 1");
      return link;
    } catch (error) {
      link.kill(error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  get isAlive(): boolean {
    return this.#alive && !this.#socket.destroyed;
  }

  /** Who is told of the link's death: one transaction at a time, since one owns it at a time. */
  mournedBy(mourn: ((cause: unknown) => void) | null): void {
    this.#mourn = mourn;
  }

  /** Final, and at once: the server rolls back what was open. */
  kill(cause?: unknown): void {
    this.#alive = false;
    this.#mourn?.(cause);
    this.#socket.destroy();
  }

  #closed(): void {
    this.#alive = false;
    this.#mourn?.(new Error("The connection was closed"));
    // Only now: ending the driver's client before its socket has closed can write to a destroyed TLS socket.
    void this.sql.end({ timeout: 0 });
  }
}

interface Target {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false | undefined;
}

function dialOnce(socket: Socket) {
  let dialled = false;
  return async ({ host: [host], port: [port], path }: Target): Promise<Socket> => {
    if (dialled) throw new Error("A link never opens a second socket");
    dialled = true;
    const connected = once(socket, "connect");
    if (typeof path === "string") socket.connect(path);
    else socket.connect({ host, port: Number(port), noDelay: true });
    await connected;
    // The driver reads the name back from the socket to check the certificate.
    return Object.assign(socket, { host, port });
  };
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
