import { createHash } from "node:crypto";
import { admitRequest, openApi } from "@/lib/auth/open-api";
import type { RateLimit } from "@/lib/auth/admit-key";
import { AppError, fieldError } from "@/lib/domain/errors";
import { type Answer, answerOnce } from "@/lib/use-cases/api-keys/answer-once";
import { fieldErrors } from "@/lib/use-cases/field-errors";
import { entityTagOf } from "./entity-tag";
import type { Described, Operation } from "./operation";
import { problemOf } from "./problem";
import { type PathParams, type ReadInput, readInput } from "./read-input";

/**
 * The wrapper of every route of the API: the key, its limit, the parsed input, then the door, and one way to answer. A
 * write that carries an `Idempotency-Key` is done once.
 */
export function teamRoute<I, T>(operation: Operation<I, T>) {
  return async (request: Request, { params }: { readonly params: Promise<PathParams> }): Promise<Response> => {
    const limits: RateLimit[] = [];
    try {
      const now = new Date();
      const admitted = await admitRequest(request, now);
      limits.push(admitted.limit);
      if (admitted.limit.remaining < 0) throw new AppError("too-many");
      const answer = await answerTo(operation, { request, params: await params, admitted, now });
      return withHeaders(json(answer, operation), limits);
    } catch (error) {
      return withHeaders(problemOf(error), limits);
    }
  };
}

interface Asked {
  readonly request: Request;
  readonly params: PathParams;
  readonly admitted: Awaited<ReturnType<typeof admitRequest>>;
  readonly now: Date;
}

async function answerTo<I, T>(operation: Operation<I, T>, asked: Asked): Promise<Answer> {
  const { needs, method, patienceMs } = operation;
  const { request, params, admitted, now } = asked;
  const how = patienceMs === undefined ? {} : { patienceMs };
  // Who may not is told so before anything is read.
  if (method !== "GET") await openApi(admitted, { needs, access: "read" }, now, async () => null);
  const sent = await readInput(operation, request, params);
  return openApi(admitted, { needs, access: method === "GET" ? "read" : "write", ...how }, now, (ctx) => {
    const work = async () => {
      const data = await operation.run(ctx, parse(operation, sent.fields));
      return { status: operation.status ?? 200, response: JSON.stringify(data) };
    };
    const key = method === "GET" ? null : idempotencyKey(request);
    return key === null ? work() : answerOnce(ctx, { key, requestHash: hashOf(request, sent) }, work);
  });
}

function parse<I, T>({ input, path }: Operation<I, T>, fields: ReadInput["fields"]): I {
  const parsed = input.safeParse(fields);
  if (parsed.success) return parsed.data;
  const found = fieldErrors(parsed.error);
  // An id that is none names nothing, like any other that is not the team's.
  if (path.includes("{id}") && Object.hasOwn(found, "id")) throw new AppError("not-found");
  throw fieldError(found);
}

function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw fieldError({ "Idempotency-Key": "text" });
  return key;
}

function hashOf(request: Request, { body }: ReadInput): string {
  const { pathname, search } = new URL(request.url);
  const headers = ["if-match", "import-mapping"].map((name) => request.headers.get(name));
  const asked = JSON.stringify([request.method, pathname, search, ...headers]);
  return createHash("sha256").update(asked).update("\n").update(body).digest("hex");
}

function json({ status, response }: Answer, operation: Described): Response {
  const tag = entityTagOf(operation, response);
  const headers = { "Content-Type": "application/json", ...(tag === null ? {} : { ETag: tag }) };
  return new Response(response, { status, headers });
}

function withHeaders(response: Response, [limit]: readonly RateLimit[]): Response {
  const { headers } = response;
  headers.set("Cache-Control", "private, no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  if (limit === undefined) return response;
  headers.set("RateLimit-Limit", String(limit.perWindow));
  headers.set("RateLimit-Remaining", String(Math.max(0, limit.remaining)));
  headers.set("RateLimit-Reset", String(limit.resetSeconds));
  if (response.status === 429) headers.set("Retry-After", String(limit.resetSeconds));
  return response;
}
