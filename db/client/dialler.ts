import { once } from "node:events";
import { isIP, Socket } from "node:net";
import { connect, type ConnectionOptions } from "node:tls";

export type Ssl = boolean | "require" | "verify-full" | ConnectionOptions;

interface Target {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false | undefined;
}

/**
 * Opens one socket, once. TLS is made here and not by the driver, which hears of a dead wire below TLS too late: it
 * writes once more, and nobody is left to take the error.
 */
export class Dialler {
  #dialled = false;
  #socket = new Socket();
  readonly #security: Security | null;

  constructor(url: string, ssl: Ssl | undefined) {
    this.#security = securityOf(ssl ?? modeIn(url));
  }

  get isDead(): boolean {
    return this.#socket.destroyed;
  }

  hangUp(): void {
    this.#socket.destroy();
  }

  async dial({ host: [host = "localhost"], port: [port], path }: Target): Promise<Socket> {
    if (this.#dialled) throw new Error("A link never opens a second socket");
    this.#dialled = true;
    const connected = once(this.#socket, "connect");
    if (typeof path === "string") this.#socket.connect(path);
    else this.#socket.connect({ host, port: Number(port), noDelay: true });
    await connected;
    if (this.#security !== null) this.#socket = await secured(this.#socket, host, this.#security);
    return this.#socket;
  }
}

interface Security {
  readonly options: ConnectionOptions;
  readonly isOptional: boolean;
}

/** The words are libpq's: up to "require" nobody is verified, "verify-ca" verifies the issuer, "verify-full" the name too. */
function securityOf(ssl: boolean | string | ConnectionOptions): Security | null {
  if (typeof ssl === "object") return { options: ssl, isOptional: false };
  switch (String(ssl)) {
    case "false":
    case "disable":
      return null;
    case "allow":
    case "prefer":
      return { options: { rejectUnauthorized: false }, isOptional: true };
    case "require":
      return { options: { rejectUnauthorized: false }, isOptional: false };
    case "verify-ca":
      return { options: { checkServerIdentity: () => undefined }, isOptional: false };
    case "true":
    case "verify-full":
      return { options: {}, isOptional: false };
  }
  throw new TypeError("Unknown sslmode in the database's address");
}

function modeIn(url: string): string {
  const { searchParams } = new URL(url);
  return searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "disable";
}

const SSL_REQUEST = Buffer.from("0000000804d2162f", "hex");

async function secured(socket: Socket, host: string, { options, isOptional }: Security): Promise<Socket> {
  socket.write(SSL_REQUEST);
  const [answer]: unknown[] = await once(socket, "data");
  // More than the one letter would be plain text that someone slipped in before the encryption.
  if (!Buffer.isBuffer(answer) || answer.length !== 1) throw new Error("The server's answer to TLS is not one letter");
  if (answer.toString() !== "S") {
    if (isOptional) return socket;
    throw new Error("The server does not offer TLS");
  }
  const secure = connect({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}), ...options });
  await once(secure, "secureConnect");
  return secure;
}
