import { builtinModules } from "node:module";
import { basename } from "node:path";
import { DOORS, LAYERS, layerOf, type Layer } from "./layers";
import { type Breach, type Import, importsOf, isForTests, parse, type SourceText } from "./source-file";

/** What a file imports against the table "Who may import whom". Tests may import anything. */
export function importBreaches(source: SourceText): readonly Breach[] {
  const { path } = source;
  if (isForTests(path) || isConfiguration(path)) return [];
  const name = layerOf(path);
  const layer = name === undefined ? undefined : LAYERS[name];
  if (name === undefined || !layer) return [{ path, rule: "layer", what: "has no place in the architecture" }];
  return importsOf(path, parse(source)).flatMap((one) => {
    const rule = one.own === null ? packageRule(layer, one) : ownRule(path, name, layer, one, one.own);
    return rule === null ? [] : [{ path, rule, what: one.name }];
  });
}

/** Files at the root, where a tool wants them. */
export function isConfiguration(path: string): boolean {
  return !path.includes("/");
}

function packageRule(layer: Layer, { name }: Import): string | null {
  if (isBuiltin(name)) return layer.node === false ? "node" : null;
  const allowed = layer.packages.some((one) => one === "*" || name === one || name.startsWith(`${one}/`));
  return allowed ? null : "package";
}

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

function ownRule(path: string, from: string, layer: Layer, { typeOnly }: Import, target: string): string | null {
  if (`/${target}/`.includes("/testing/") && from !== "db/testing") return "testing";
  if (target.endsWith(".css") || path.endsWith(".css")) return null;
  const to = layerOf(target) ?? (target.startsWith("messages/") ? "messages" : undefined);
  if (to === undefined) return within(target, from) ? null : "layer";
  const door = DOORS[to];
  if (from === "app" && door !== undefined && basename(path) !== door) return "door";
  if (to === from || within(to, from) || layer.mayImport.some((one) => within(to, one))) return null;
  if (layer.typesOf?.some((one) => within(to, one))) return typeOnly ? null : "types only";
  return "import";
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
