import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createServer as createTlsServer, type ConnectionOptions } from "node:tls";

/** TLS without certificates: both sides know a key. The driver passes these options on to Node. */
export const PROXY_TLS: ConnectionOptions = {
  ciphers: "PSK",
  maxVersion: "TLSv1.2",
  pskCallback: () => ({ psk: SHARED_KEY, identity: "test" }),
  checkServerIdentity: () => undefined,
};
const SHARED_KEY = Buffer.alloc(16, 7);

/** Stands between client and server, so that a test can cut, hold and count what goes over each wire. */
export class Proxy {
  readonly wires = new Set<Wire>();
  #onNext: ((wire: Wire) => void) | null = null;
  #silent = false;
  private constructor(
    private readonly target: URL,
    private readonly server: Server,
  ) {
    server.on("connection", (client) => void this.#accept(client).catch(() => client.destroy()));
  }

  static async start(targetUrl: string): Promise<Proxy> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Proxy(new URL(targetUrl), server);
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = "127.0.0.1";
    url.port = String(portOf(this.server));
    return url.href;
  }

  /** The wire whose server side has this port: what `inet_client_port()` answers on it. */
  wire(port: number): Wire {
    const found = [...this.wires].find((wire) => wire.port === port);
    if (found === undefined) throw new Error(`No wire on port ${port}`);
    return found;
  }

  /** The next thing any client says is held back, together with all that follows on its wire. */
  holdNext(): Promise<Wire> {
    return new Promise((resolve) => (this.#onNext = resolve));
  }

  /** From now on nothing passes and nothing is closed. */
  goSilent(): void {
    this.#silent = true;
  }

  async stop(): Promise<void> {
    this.server.close();
    for (const wire of this.wires) wire.cut("RST");
  }

  async #accept(client: Socket): Promise<void> {
    client.on("error", () => {});
    const upstream = connect(Number(this.target.port), this.target.hostname);
    upstream.on("error", () => {});
    const [[first]] = await Promise.all([once(client, "data"), once(upstream, "connect")]);
    const isTls = Buffer.isBuffer(first) && first.equals(SSL_REQUEST);
    const clear: Duplex = isTls ? await secure(client) : client;
    const wire = new Wire(client, clear, upstream);
    this.wires.add(wire);
    const fromClient = (bytes: Buffer) => {
      if (this.#silent) return;
      const onNext = this.#onNext;
      this.#onNext = null;
      if (onNext !== null) void wire.holdNext().then(onNext);
      wire.fromClient(bytes);
    };
    clear.on("data", fromClient);
    clear.on("error", () => {});
    upstream.on("data", (bytes) => this.#silent || wire.fromServer(bytes));
    upstream.on("close", () => this.#silent || wire.cut("FIN"));
    client.on("close", () => {
      this.wires.delete(wire);
      upstream.destroy();
    });
    if (!isTls) fromClient(first);
  }
}

/** A TLS server of its own for each client, so that two at once are not taken for each other. */
async function secure(client: Socket): Promise<Duplex> {
  const tls = createTlsServer({ ciphers: "PSK", maxVersion: "TLSv1.2", pskCallback: () => SHARED_KEY });
  client.write("S");
  tls.emit("connection", client);
  const [clear] = await once(tls, "secureConnection");
  return clear;
}

const SSL_REQUEST = Buffer.from("0000000804d2162f", "hex");

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy does not listen on a port");
  return address.port;
}

/** One client's way to the server. */
export class Wire {
  /** How often the client spoke after the server had: its round trips. */
  turns = 0;
  readonly port: number;
  readonly closed: Promise<unknown>;
  #serverSpokeLast = true;
  #held: Buffer[] | null = null;
  #onHeld: (() => void) | null = null;

  constructor(
    private readonly client: Socket,
    private readonly clear: Duplex,
    private readonly upstream: Socket,
  ) {
    this.port = upstream.localPort ?? 0;
    this.closed = once(client, "close");
  }

  fromClient(bytes: Buffer): void {
    if (this.#serverSpokeLast) this.turns += 1;
    this.#serverSpokeLast = false;
    if (this.#held === null) return void this.upstream.write(bytes);
    this.#held.push(bytes);
    this.#onHeld?.();
  }

  fromServer(bytes: Buffer): void {
    this.#serverSpokeLast = true;
    if (this.clear.writable) this.clear.write(bytes);
  }

  /** Resolves when the client has said something, which the server then does not hear. */
  holdNext(): Promise<Wire> {
    this.#held = [];
    return new Promise((resolve) => (this.#onHeld = () => resolve(this)));
  }

  passOn(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const bytes of held) this.upstream.write(bytes);
  }

  cut(how: "RST" | "FIN"): void {
    if (how === "RST") this.client.resetAndDestroy();
    else this.client.end();
    this.upstream.destroy();
  }
}
