import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { docsPage } from "./docs-page";
import { openApi } from "./openapi";
import { OPERATIONS } from "./operations";

const ROUTES = path.resolve(import.meta.dirname, "../../app/api/v1");
const DESCRIPTIONS = ["openapi.json", "docs", "docs/style"];
const Document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({ type: z.literal("object") })) }),
});
const document = Document.parse(JSON.parse(JSON.stringify(openApi())));
const methods = OPERATIONS.map(({ method, path: of }) => `${method} ${of}`);

describe("the description of the API", () => {
  it("has exactly the methods that the route files have", () => {
    const files = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "route.ts")
      .map((file) => path.dirname(file));
    const served = files
      .filter((file) => !DESCRIPTIONS.includes(file))
      .flatMap((file) => {
        const exported = readFileSync(path.join(ROUTES, file, "route.ts"), "utf8").matchAll(/export const ([A-Z]+) =/g);
        return [...exported].map(([, method]) => `${method} /${file.replaceAll("[", "{").replaceAll("]", "}")}`);
      });
    expect(served.toSorted()).toEqual(methods.toSorted());
    expect(files).toEqual(expect.arrayContaining(DESCRIPTIONS));
    const described = Object.entries(document.paths).flatMap(([of, all]) =>
      Object.keys(all).map((method) => `${method.toUpperCase()} ${of}`),
    );
    expect(described.toSorted()).toEqual(methods.toSorted());
  });

  it("names every operation once, and what it refers to", () => {
    const ids = Object.values(document.paths).flatMap((all) =>
      Object.values(all).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(OPERATIONS.length);
    const references = JSON.stringify(document).match(/"#\/[^"]*"/g) ?? [];
    const named = Object.keys(document.components.schemas).map((name) => `"#/components/schemas/${name}"`);
    expect(references.length).toBeGreaterThan(OPERATIONS.length);
    expect([...new Set(references)].filter((reference) => !named.includes(reference))).toEqual([]);
  });

  it("says what is required, and that nothing else is taken", () => {
    const { paths } = document;
    expect(paths["/leads"]?.["post"]).toMatchObject({
      requestBody: { content: { "application/json": { schema: { required: ["name"], additionalProperties: false } } } },
    });
    expect(paths["/opportunities/{id}/transitions"]?.["post"]).toMatchObject({
      parameters: [
        { name: "id", in: "path", required: true },
        { name: "If-Match", in: "header", required: true },
        { name: "Idempotency-Key", in: "header" },
      ],
      requestBody: {
        content: {
          "application/json": {
            schema: { required: ["to"], properties: { deal: { required: ["amount"], additionalProperties: false } } },
          },
        },
      },
    });
    expect(paths["/imports"]?.["post"]).toMatchObject({ requestBody: { content: { "text/csv": {} } } });
    expect(paths["/rates"]?.["get"]).not.toHaveProperty("requestBody");
  });

  it("is a page with every operation and every answer, each link of which leads somewhere, and no script", () => {
    const page = docsPage();
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(OPERATIONS.length);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(page).not.toMatch(/<script|style=| on[a-z]+="|undefined|\[object/);
  });
});
