import { ABOUT, answerOf, type Field, fieldsOf, IDEMPOTENCY_KEY, type Json, namedSchemas } from "./openapi";
import type { Described } from "./operation";
import { OPERATIONS } from "./operations";
import { PROBLEM_TITLES } from "./problem";

/** The description of the API for people to read: one page without scripts, made of what `openapi.json` is made of. */
export function docsPage(): string {
  const links = OPERATIONS.map((one) => `<li><a href="#${anchor(one)}">${badge(one)} ${code(one.path)}</a></li>`);
  const schemas = Object.entries(namedSchemas()).map(([name, schema]) => [name, objectOf(schema)] as const);
  const named = schemas.map(([name]) => `<li><a href="#${name}">${escape(name)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tofold: the API, version 1</title>
<link rel="stylesheet" href="/api/v1/docs/style">
</head>
<body>
<nav aria-label="Contents"><a href="#top"><b>Tofold API</b></a><ul>${links.join("")}</ul><h2>Answers</h2><ul>${named.join("")}</ul></nav>
<main id="top">
<h1>The API, version 1</h1>
<p>${prose(ABOUT)}</p>
<pre>curl -H "Authorization: Bearer tfk_…" \\
  "https://…/api/v1/rates?from=2026-01-01&amp;to=2026-07-01&amp;groupBy=channel"</pre>
<p>The same as one document: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
${OPERATIONS.map(section).join("\n")}
<h2 id="codes">Codes of refusals</h2>
${table(
  ["Code", "Status", "Meaning"],
  PROBLEM_TITLES.map(([name, status, title]) => [code(name), String(status), prose(title)]),
)}
${schemas.map(([name, schema]) => `<section id="${name}"><h2>${escape(name)}</h2>${properties(schema)}</section>`).join("\n")}
</main>
</body>
</html>
`;
}

function section(operation: Described): string {
  const { path, summary, needs, method, status = 200, output, bodyType } = operation;
  const fields = fieldsOf(operation);
  const beside = fields.filter(({ where, name }) => where !== null && name !== "body");
  const header: Field = { where: "header", name: IDEMPOTENCY_KEY.name, schema: IDEMPOTENCY_KEY, required: false };
  const asked = method === "GET" ? beside : [...beside, header];
  const body = bodyType === undefined ? fields.filter(({ where }) => where === null) : [];
  return `<section id="${anchor(operation)}">
<h2>${badge(operation)} ${code(path)}</h2>
<p>${prose(summary)} <small>${escape(method === "GET" ? "Key of scope read or write" : "Key of scope write")} (${code(needs)}).</small></p>
${fieldTable("Asked", asked)}
${bodyType === undefined ? fieldTable("Body, as JSON", body) : `<p>The body is the file, as ${code(bodyType)}.</p>`}
<p>Answers ${status} with ${answerText(output)}; else a <a href="#codes">code</a>.</p>
</section>`;
}

function answerText(output: Described["output"]): string {
  const answer = answerOf(output);
  return "$ref" in answer ? typeText(answer) : `a page of ${typeText(answer, ["properties", "items", "items"])}`;
}

function fieldTable(title: string, fields: readonly Field[]): string {
  if (fields.length === 0) return "";
  const rows = fields.map(({ name, where, required, schema }) => [
    code(name),
    `${where === null ? "" : `${where}, `}${required ? "required" : "optional"}`,
    told(schema),
  ]);
  return table([title, "Where", "What"], rows);
}

function properties(schema: Json): string {
  const rows = Object.entries(objectOf(schema["properties"])).map(([name, of]) => {
    const property = objectOf(of);
    return [code(name), told(property)];
  });
  return table(["Field", "What"], rows);
}

function told(schema: Json): string {
  const description = textOf(schema["description"]);
  return description === "" ? typeText(schema) : `${typeText(schema)}<br>${prose(description)}`;
}

/** What a schema takes, in few words. */
function typeText(schema: Json, path: readonly string[] = []): string {
  const of = path.reduce<Json>((at, key) => objectOf(at[key]), schema);
  const name = textOf(of["$ref"]).split("/").at(-1) ?? "";
  if (name !== "") return `<a href="#${name}">${escape(name)}</a>`;
  const choices = listOf(of["enum"]).map(String);
  if (choices.length > 30) return `one of ${choices.length} codes`;
  if (choices.length > 0) return choices.map(code).join(" | ");
  const either = listOf(of["anyOf"]).map((one) => typeText(objectOf(one)));
  if (either.length > 0) return either.join(" | ");
  const types = listOf(of["type"]).map(String).join(" | ");
  if (types === "array") return `list of ${typeText(of, ["items"])}`;
  const within = Object.entries(objectOf(of["properties"])).map(
    ([key, one]) => `${escape(key)}: ${typeText(objectOf(one))}`,
  );
  if (within.length > 0) return `{ ${within.join(", ")} }`;
  return escape([types, textOf(of["format"])].filter(Boolean).join(", "));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${escape(one)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function badge({ method }: Described): string {
  return `<span class="${method.toLowerCase()}">${method}</span>`;
}

function anchor({ method, path }: Described): string {
  return `${method.toLowerCase()}${path.replace(/[^a-z]+/gi, "-")}`;
}

function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** Text of ours with `names` in it. */
function prose(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
