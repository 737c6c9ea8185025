import { basename } from "node:path";
import ts from "@typescript/typescript6";
import { type Breach, isForTests, nodesOf, parse, type SourceText } from "./source-file";

const NAMELESS = /^(utils?|helpers?|misc|common|types|index)\.tsx?$/;

/** What is too long, or has no name. Generated and root files are not asked. */
export function sizeBreaches({ path, text }: SourceText): readonly Breach[] {
  const lines = text.split("\n").length - 1;
  const most = linesMax(path);
  return [
    ...(lines > most ? [{ path, rule: "length", what: `${lines} lines, at most ${most}` }] : []),
    ...(NAMELESS.test(basename(path)) ? [{ path, rule: "name", what: "says nothing" }] : []),
    ...(/[A-Z_]/.test(basename(path)) ? [{ path, rule: "name", what: "is not kebab-case" }] : []),
  ];
}

/** Everything by which the compiler or the linter is silenced. */
export function exceptionsIn(source: SourceText): readonly Breach[] {
  const { path, text } = source;
  const silenced = text.match(/(?:eslint|oxlint)-disable[\w-]*|@ts-(ignore|expect-error|nocheck)/g) ?? [];
  const forced = [...nodesOf(parse(source))].filter(
    (node) => ts.isNonNullExpression(node) || node.kind === ts.SyntaxKind.AnyKeyword || isDoubleCast(node),
  );
  return [...silenced, ...forced.map((node) => node.getText().slice(0, 60))].map((what) => ({
    path,
    rule: "exception",
    what,
  }));
}

function linesMax(path: string): number {
  if (isForTests(path) && /\.test\.tsx?$/.test(path)) return 250;
  if (basename(path) === "page.tsx") return 60;
  if (basename(path) === "actions.ts") return 40;
  return 300;
}

function isDoubleCast(node: ts.Node): boolean {
  return ts.isAsExpression(node) && ts.isAsExpression(node.expression);
}
