import { z } from "zod";
import { NAMED_ANSWERS } from "./answers";
import { hasEntityTag } from "./entity-tag";
import type { Described } from "./operation";
import { OPERATIONS } from "./operations";

export type Json = Readonly<Record<string, unknown>>;

export const ABOUT =
  "Two conversion rates of a team, and the records behind them. A key belongs to one team and stands in `Authorization: " +
  "Bearer tfk_…`. Times are RFC 3339 in UTC; a bare date is that day in the team's zone. Money is minor units and a " +
  "currency. Lists are paged: `next` of an answer is the `cursor` of the next question. What is refused is told by a " +
  "closed `code`, and by field in `errors`. `RateLimit-*` says what is left of a minute's requests.";

/** The API in OpenAPI 3.1, from the schemas that its requests are parsed by and its answers are held against. */
export function openApi(): Json {
  const paths = [...new Set(OPERATIONS.map(({ path }) => path))].map((path) => {
    const methods = OPERATIONS.filter((one) => one.path === path);
    return [path, Object.fromEntries(methods.map((one) => [one.method.toLowerCase(), operationOf(one)]))] as const;
  });
  return {
    openapi: "3.1.0",
    info: { title: "Tofold", version: "1", description: ABOUT },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "Made in the team's settings." } },
      schemas: namedSchemas(),
    },
  };
}

function operationOf(operation: Described): Json {
  const { method, path, summary, needs, bodyType, status = 200, output } = operation;
  const fields = fieldsOf(operation);
  const inBody = method !== "GET" && bodyType === undefined;
  const parameters = fields.filter(({ name, where }) => where !== null && name !== "body").map(parameterOf);
  const body = bodyType === undefined ? jsonBody(fields) : fileBody(bodyType);
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[{}]/g, "").replace(/(^|[/-])(\w)/g, (_, __, sign: string) => sign.toUpperCase())}`,
    summary,
    description: `Needs \`${needs}\`: a key of scope \`${method === "GET" ? "read" : "write"}\`.`,
    parameters: [...parameters, ...(method === "GET" ? [] : [IDEMPOTENCY_KEY])],
    ...(bodyType !== undefined || (inBody && fields.some(({ where }) => where === null)) ? { requestBody: body } : {}),
    responses: {
      [status]: {
        description: "Done.",
        ...(hasEntityTag(operation) ? ENTITY_TAG : {}),
        content: { "application/json": { schema: answerOf(output) } },
      },
      default: {
        description: "Refused.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

const ENTITY_TAG = {
  headers: { ETag: { schema: { type: "string" }, description: "The version, as the next `If-Match` names it." } },
};

export interface Field {
  /** Its place beside the body; null is a property of the JSON body. */
  readonly where: "path" | "query" | "header" | null;
  readonly name: string;
  readonly schema: Json;
  readonly required: boolean;
}

/** What is asked, and where it stands. */
export function fieldsOf({ input, method, path, bodyType, hasVersion }: Described): readonly Field[] {
  const { properties, required } = inputSchema(input);
  return Object.entries(properties).map(([name, schema]) => {
    const isRequired = required.includes(name);
    if (path.includes(`{${name}}`)) return { where: "path", name, schema, required: true };
    if (name === "version" && hasVersion) return { where: "header", name: "If-Match", schema: VERSION, required: true };
    if (name === "Import-Mapping") return { where: "header", name, schema, required: false };
    const isAsked = method === "GET" || (bodyType !== undefined && name !== "body");
    return { where: isAsked ? "query" : null, name, schema, required: isRequired };
  });
}

const VERSION = { type: "string", description: 'The `version` of the record that you saw, as `"7"`.' };
export const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  schema: { type: "string", maxLength: 200 },
  description: "Done once within 24 hours; asked again, the same answer. Another request under it is refused with 422.",
};

function parameterOf({ where, name, schema, required }: Field): Json {
  const repeated = where === "query" && schema["type"] === "array" ? { style: "form", explode: true } : {};
  return { name, in: where, required, schema, ...repeated };
}

function jsonBody(fields: readonly Field[]): Json {
  const own = fields.filter(({ where }) => where === null);
  const required = own.filter((field) => field.required).map(({ name }) => name);
  const schema = {
    type: "object",
    properties: Object.fromEntries(own.map(({ name, schema: of }) => [name, of])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
  return { required: true, content: { "application/json": { schema } } };
}

function fileBody(type: string): Json {
  return { required: true, content: { [type]: { schema: { type: "string" } } } };
}

const Properties = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function inputSchema(input: z.ZodType) {
  const schema = z.toJSONSchema(input, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodObject)) return;
      const required = requiredOf(zodSchema);
      if (required.length > 0) jsonSchema.required = required;
    },
  });
  return Properties.parse(schema);
}

/** Our parsers are handed absent fields too, so what is required is what they refuse to do without. */
function requiredOf({ shape }: z.ZodObject): string[] {
  return Object.keys(shape).filter((name) => !z.safeParse(shape[name], undefined).success);
}

const schemas = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(NAMED_ANSWERS)) schemas.add(schema, { id: name });

/** What stands in several answers, by name. */
export function namedSchemas(): Json {
  const { schemas: named } = z.toJSONSchema(schemas, { uri: (name) => `#/components/schemas/${name}` });
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, withoutAddress(schema)]));
}

/** A named answer by its name, a page of a list by that of its items. */
export function answerOf(output: z.core.$ZodType): Json {
  const named = schemas.get(output);
  if (named !== undefined) return { $ref: `#/components/schemas/${named.id}` };
  const items = output instanceof z.ZodObject ? output.shape["items"] : undefined;
  if (!(items instanceof z.ZodArray)) throw new Error("an answer without a name");
  return {
    type: "object",
    properties: { items: { type: "array", items: answerOf(items.element) }, next: { type: ["string", "null"] } },
    required: ["items", "next"],
    additionalProperties: false,
  };
}

function withoutAddress(schema: object): Json {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== "$id" && key !== "$schema" && key !== "id"),
  );
}
