import { AppError, fieldError } from "@/lib/domain/errors";
import { parseJsonObject } from "@/lib/domain/input/json-body";
import type { Described } from "./operation";

const BODY_BYTES_MAX = 1024 * 1024;
const FILE_BYTES_MAX = 20 * 1024 * 1024;

type Fields = Readonly<Record<string, unknown>>;
export type PathParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ReadInput {
  readonly fields: Fields;
  /** As it came, for telling one request from another. */
  readonly body: Uint8Array;
}

/** The fields of a request: of its path, its query or body, and the version that it names. None may stand in two places. */
export async function readInput(operation: Described, request: Request, params: PathParams): Promise<ReadInput> {
  const { bodyType, method } = operation;
  const query = queryOf(request);
  const own = { ...params, ...(operation.hasVersion ? { version: versionOf(request) } : {}) };
  if (method === "GET") return { fields: joined(query, own), body: new Uint8Array() };
  const body = await readBody(request, bodyType === undefined ? BODY_BYTES_MAX : FILE_BYTES_MAX);
  if (bodyType !== undefined) {
    assertType(request, bodyType);
    return { fields: joined(query, { ...own, body, ...mappingOf(request) }), body };
  }
  const unknown = Object.keys(query).map((name) => [name, "unknown-field"] as const);
  if (unknown.length > 0) throw fieldError(Object.fromEntries(unknown));
  return { fields: joined(jsonOf(request, body), own), body };
}

/** A name that is given twice is a list. */
function queryOf(request: Request): Fields {
  const search = new URL(request.url).searchParams;
  const entries = [...new Set(search.keys())].map((name) => {
    const values = search.getAll(name);
    return [name, values.length === 1 ? values[0] : values] as const;
  });
  return Object.fromEntries(entries);
}

/** What the path or a header says cannot be said again by the sender. */
function joined(given: Fields, own: Fields): Fields {
  const twice = Object.keys(given).filter((name) => Object.hasOwn(own, name));
  if (twice.length > 0) throw fieldError(Object.fromEntries(twice.map((name) => [name, "unknown-field"] as const)));
  return { ...given, ...own };
}

/** `"7"`, as an entity tag is written, or `7`. */
function versionOf(request: Request): string {
  const sent = request.headers.get("if-match");
  if (sent === null) throw new AppError("version-missing");
  const version = /^"?([1-9][0-9]{0,8})"?$/.exec(sent.trim())?.[1];
  if (version === undefined) throw fieldError({ "If-Match": "count" });
  return version;
}

function mappingOf(request: Request): Fields {
  const mapping = request.headers.get("import-mapping");
  return mapping === null ? {} : { "Import-Mapping": mapping };
}

function jsonOf(request: Request, body: Uint8Array): Fields {
  if (body.byteLength === 0) return {};
  assertType(request, "application/json");
  const parsed = parseJsonObject(textOf(body));
  if (!parsed.ok) throw fieldError({ body: "text" });
  return parsed.value;
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError("invalid", { fields: { body: "text" } }, { cause });
  }
}

function assertType(request: Request, wanted: string): void {
  const [type = ""] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  if (type.trim() !== wanted) throw fieldError({ "Content-Type": "choice" });
}

/** Whatever length it claims to have, it is not read beyond its limit. */
async function readBody(request: Request, bytesMax: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  if (Number(request.headers.get("content-length")) > bytesMax) throw new AppError("too-large");
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    if (bytes > bytesMax) {
      await reader.cancel();
      throw new AppError("too-large");
    }
    chunks.push(value);
  }
}
