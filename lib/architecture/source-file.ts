import { posix } from "node:path";
import ts from "@typescript/typescript6";

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** As written. */
  readonly name: string;
  /** Where it leads among our own files, without its ending; null: a package. */
  readonly own: string | null;
  readonly typeOnly: boolean;
}

export interface Breach {
  readonly path: string;
  readonly rule: string;
  readonly what: string;
}

export function parse({ path, text }: SourceText): ts.SourceFile {
  return ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** Every node of a file, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** All that a file imports: statements, re-exports, `import()`, types by `import("…")`, `require`. */
export function importsOf(path: string, file: ts.SourceFile): readonly Import[] {
  return [...nodesOf(file)].flatMap((node) => {
    const found = specifierOf(node);
    return found ? [{ name: found.name, own: ownPath(path, found.name), typeOnly: found.typeOnly }] : [];
  });
}

/** Tests and what only they use. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes("/testing/") || path.startsWith("e2e/");
}

function specifierOf(node: ts.Node): { readonly name: string; readonly typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { name: node.moduleSpecifier.text, typeOnly: importsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { name: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { name: node.argument.literal.text, typeOnly: true };
  }
  if (!ts.isCallExpression(node)) return null;
  const [argument] = node.arguments;
  const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require";
  return loads && argument && ts.isStringLiteralLike(argument) ? { name: argument.text, typeOnly: false } : null;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function ownPath(from: string, name: string): string | null {
  if (name.startsWith("@/")) return bare(name.slice(2));
  return name.startsWith(".") ? bare(posix.join(posix.dirname(from), name)) : null;
}

function bare(path: string): string {
  return path.replace(/\.(ts|tsx|js|mjs|json|css)$/, "");
}
