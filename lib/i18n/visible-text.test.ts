import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "@typescript/typescript6";
import { describe, expect, it } from "vitest";

describe("text in TSX", () => {
  it("stands in the message files alone", () => {
    const found = ["app", "components"]
      .flatMap(tsxFiles)
      .flatMap((file) => visibleText(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  it("is noticed between tags, in braces and in attributes that are read out", () => {
    expect(visibleText('<p className="some class">Hello {name} you</p>')).toEqual(["Hello", "you"]);
    expect(visibleText('<input placeholder="Name" type="text" aria-label={"Your name"} />')).toEqual([
      "Name",
      "Your name",
    ]);
    expect(visibleText('<p>{"Hello"}{`there`}</p>')).toEqual(["Hello", "there"]);
  });

  it("may be the product's name, a sign or a key", () => {
    expect(visibleText('<h1 id="top">Tofold · {t("some.key")} – N</h1>')).toEqual([]);
  });
});

function tsxFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test."))
    .map((file) => join(folder, file));
}

function visibleText(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    const isSpoken = ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText());
    if (isSpoken && node.initializer && ts.isStringLiteral(node.initializer)) found.push(node.initializer.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const attribute = ts.isJsxAttribute(node.parent) ? node.parent.name.getText() : undefined;
      if (attribute === undefined || SPOKEN.has(attribute)) found.push(node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("view.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found.map((text) => text.replaceAll("Tofold", "").trim()).filter((text) => /\p{L}{2}/u.test(text));
}

const SPOKEN: ReadonlySet<string> = new Set([
  "aria-label",
  "aria-description",
  "placeholder",
  "alt",
  "title",
  "label",
  "hint",
]);
