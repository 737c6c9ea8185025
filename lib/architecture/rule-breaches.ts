import { basename } from "node:path";
import ts from "@typescript/typescript6";
import { isConfiguration } from "./import-breaches";
import { type Breach, isForTests, nodesOf, parse, type SourceText } from "./source-file";

interface Rule {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  /** The text of what breaks it. */
  readonly breach: (node: ts.Node) => boolean;
}

/** What a file says against the rules below the table. */
export function ruleBreaches(source: SourceText): readonly Breach[] {
  const { path } = source;
  const rules = RULES.filter((rule) => rule.appliesTo(path));
  return [...nodesOf(parse(source))].flatMap((node) =>
    rules
      .filter((rule) => rule.breach(node))
      .map(({ name }) => ({ path, rule: name, what: node.getText().slice(0, 80) })),
  );
}

const isIn = (...folders: readonly string[]) => {
  return (path: string) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
};
const isSource = (path: string) => !isForTests(path);
const isQuery = (path: string) => isSource(path) && isIn("db/queries", "db/mutations")(path);
const isDomain = (path: string) => isSource(path) && isIn("lib/domain")(path);

const RULES: readonly Rule[] = [
  {
    name: "a team's database is opened by a door",
    appliesTo: (path) => isSource(path) && !isIn("lib/auth", "db/testing", "db/seed", "e2e")(path),
    breach: (node) => ts.isNewExpression(node) && node.expression.getText() === "TeamDb",
  },
  {
    name: "a condition starts from the team",
    appliesTo: isQuery,
    breach: (node) => isCallOf(node, ["where"]) && !startsFromTeam(node.arguments[0]),
  },
  {
    name: "a join stays in the team",
    appliesTo: isQuery,
    breach: (node) =>
      isCallOf(node, ["innerJoin", "leftJoin", "rightJoin", "fullJoin", "crossJoin"]) &&
      !/^sameTeam\(/.test(node.arguments[1]?.getText() ?? ""),
  },
  {
    name: "the environment is read in one place",
    appliesTo: (path) => isSource(path) && path !== "lib/env.ts" && !isConfiguration(path) && !isIn("scripts")(path),
    breach: (node) => ts.isPropertyAccessExpression(node) && node.getText() === "process.env",
  },
  {
    name: "addresses are written in one place",
    appliesTo: (path) => isSource(path) && /^(app|components|lib)\//.test(path) && path !== "lib/routes.ts",
    breach: isWrittenAddress,
  },
  { name: "the core has no clock", appliesTo: isDomain, breach: isClock },
  { name: "the core has no chance", appliesTo: isDomain, breach: isChance },
  { name: "scenarios are data", appliesTo: isSource, breach: asksForScenario },
  {
    name: "the browser's code is in components",
    appliesTo: (path) =>
      !isIn("components")(path) && !(isIn("app")(path) && ["error.tsx", "global-error.tsx"].includes(basename(path))),
    breach: (node) => isDirective(node, "use client"),
  },
  {
    // A new kind must break the build at every reader.
    name: "a switch has no default",
    appliesTo: () => true,
    breach: (node) => ts.isDefaultClause(node),
  },
  {
    name: "nothing is coerced",
    appliesTo: () => true,
    breach: (node) => ts.isPropertyAccessExpression(node) && node.name.text === "coerce",
  },
  {
    name: "no raw SQL from values",
    appliesTo: () => true,
    breach: (node) => ts.isPropertyAccessExpression(node) && node.getText() === "sql.raw",
  },
  {
    name: "no shared cache",
    appliesTo: () => true,
    breach: (node) =>
      isDirective(node, "use cache") ||
      (ts.isImportSpecifier(node) && /^(unstable_cache|cacheLife)$/.test(node.name.text)),
  },
  {
    name: "errors are not ignored",
    appliesTo: isConfiguration,
    breach: (node) =>
      ts.isPropertyAssignment(node) &&
      /^(ignoreBuildErrors|ignoreDuringBuilds)$/.test(node.name.getText()) &&
      node.initializer.getText() !== "false",
  },
];

function isCallOf(node: ts.Node, methods: readonly string[]): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    methods.includes(node.expression.name.text) &&
    node.expression.expression.getText() !== "db"
  );
}

/** `teams` has no `team_id`: its own id is the team's. */
function startsFromTeam(argument: ts.Node | undefined): boolean {
  return /^(db\.where\(|eq\(teams\.id, (db\.)?teamId\)$)/.test(argument?.getText() ?? "");
}

const NAVIGATES = ["redirect", "permanentRedirect", "push", "replace", "prefetch"];

function isWrittenAddress(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node) && ["href", "action"].includes(node.name.getText())) {
    const value = node.initializer;
    return isPath(value && ts.isJsxExpression(value) ? value.expression : value);
  }
  if (ts.isPropertyAssignment(node) && node.name.getText() === "href") return isPath(node.initializer);
  if (!ts.isCallExpression(node)) return false;
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
  return NAVIGATES.includes(called) && isPath(node.arguments[0]);
}

function isPath(node: ts.Node | undefined): boolean {
  if (!node) return false;
  if (ts.isStringLiteralLike(node)) return node.text.startsWith("/");
  return ts.isTemplateExpression(node) && node.head.text.startsWith("/");
}

function isClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0;
  if (ts.isCallExpression(node)) return node.expression.getText() === "Date";
  return (
    ts.isPropertyAccessExpression(node) && ["Date.now", "Temporal.Now", "performance.now"].includes(node.getText())
  );
}

function isChance(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    (node.getText() === "Math.random" || node.expression.getText().endsWith("crypto"))
  );
}

function asksForScenario(node: ts.Node): boolean {
  if (ts.isSwitchStatement(node)) return /\bscenario$/.test(node.expression.getText());
  if (!ts.isBinaryExpression(node) || !/^[!=]==?$/.test(node.operatorToken.getText())) return false;
  return [node.left, node.right].some((side) => /\bscenario$/.test(side.getText()));
}

function isDirective(node: ts.Node, directive: string): boolean {
  return (
    ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text.startsWith(directive)
  );
}
