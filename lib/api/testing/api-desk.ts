import { vi } from "vitest";
import { database } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { PROBLEM } from "@/lib/api/answers";
import { OPERATIONS } from "@/lib/api/operations";
import { createApiKey, type CreateApiKeyInput } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/use-cases/api-keys/revoke-api-key";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";

export type Handler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string>> },
) => Promise<Response>;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** The body as it came. */
  readonly text: string;
}

/** Two teams with keys, and the routes asked as over HTTP, the server's own database beneath. */
export async function apiDesk() {
  const server = await testDatabase();
  vi.stubEnv("DATABASE_URL", server.appUrl);
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  vi.stubEnv("APP_URL", "https://tofold.example.com");
  const desk = teamDesk(server.db);
  const [ours, theirs] = [await desk.newTeam({ name: "Nordlys" }), await desk.newTeam({ name: "Fjord" })];
  const keyOf = async (team: typeof ours, input: Partial<CreateApiKeyInput> = {}, now?: Date) => {
    const made = { name: "Test", scope: "write", days: "never", ...input } as const;
    return desk.as(team.teamId, team.owner, (ctx) => createApiKey(ctx, made), now);
  };
  return {
    ...{ server, desk, ours, theirs, keyOf, ask },
    keys: {
      write: (await keyOf(ours)).key,
      read: (await keyOf(ours, { scope: "read" })).key,
      theirs: (await keyOf(theirs)).key,
      revoked: await revoked(),
      expired: (await keyOf(ours, { days: "30" }, new Date("2020-01-01T00:00:00Z"))).key,
    },
    end: async () => {
      await database().close();
      await server.drop();
    },
  };

  async function revoked(): Promise<string> {
    const { id, key } = await keyOf(ours);
    await desk.as(ours.teamId, ours.owner, (ctx) => revokeApiKey(ctx, { id }));
    return key;
  }
}

interface Asking {
  readonly method?: string;
  readonly key?: string | null;
  readonly body?: BodyInit | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly id?: string;
}

async function ask(handler: Handler, path: string, asking: Asking = {}): Promise<Answered> {
  const { method = "GET", key = null, body, headers = {}, id } = asking;
  const isJson = body !== undefined && typeof body === "object" && Object.getPrototypeOf(body) === Object.prototype;
  const request = new Request(`https://tofold.example.com/api/v1${path}`, {
    method,
    headers: {
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(isJson ? { "Content-Type": "application/json" } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : bodyInit(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(id === undefined ? {} : { id }) });
  const text = await response.text();
  const answered = { status: response.status, headers: response.headers, body: recordOf(JSON.parse(text)), text };
  assertDescribed(method, path, answered);
  return answered;
}

/** Whatever a test asks: the answer is as the description of the API says. */
function assertDescribed(method: string, path: string, { status, body }: Answered): void {
  const asked = path.split("?")[0]?.replace(/\/[0-9a-f-]{36}(?=\/|$)|\/x(?=\/|$)/, "/{id}");
  const operation = OPERATIONS.find((one) => one.method === method && one.path === asked);
  if (operation === undefined) throw new Error(`no operation ${method} ${path}`);
  const isDone = status === (operation.status ?? 200);
  const { error } = (isDone ? operation.output : PROBLEM).safeParse(body);
  if (error !== undefined || (!isDone && status < 400))
    throw new Error(`${status} of ${method} ${path}`, { cause: error });
}

function bodyInit(body: BodyInit | object): BodyInit {
  return typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

function recordOf(body: unknown): Record<string, unknown> {
  if (typeof body !== "object" || body === null) throw new TypeError("no object");
  return Object.fromEntries(Object.entries(body));
}
