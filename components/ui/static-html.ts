import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

/**
 * The HTML of a part that no script touches, as React itself would write it. React builds what a page shows three times: on the
 * server as a description, from that as HTML, and in the browser again. A figure has hundreds of cells that never change, so
 * it is built once and handed on as one string.
 *
 * Only what figures are made of: whatever could differ from React, or needs the browser, is refused.
 */
export function htmlOf(node: ReactNode): string {
  switch (typeof node) {
    case "string":
      return escaped(node);
    case "number":
    case "bigint":
      return String(node);
    case "undefined":
    case "boolean":
      return "";
    case "object":
      if (node === null) return "";
      if (Array.isArray(node)) return listHtml(node);
      if (isValidElement<Props>(node)) return elementHtml(node);
  }
  throw new Error("a still part holds what is no element");
}

/** Not by `map` and `join`: a report has thousands of lists of two or three. */
function listHtml(nodes: readonly ReactNode[]): string {
  let html = "";
  for (const node of nodes) html += htmlOf(node);
  return html;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

function elementHtml({ type, props }: ReactElement<Props>): string {
  if (type === Fragment) return htmlOf(props.children);
  if (typeof type === "string") return tagHtml(type, props);
  // A component of the browser's is a reference here, and cannot be called.
  if (typeof type !== "function" || "$$typeof" in type)
    throw new Error("a still part holds a component of the browser's");
  return htmlOf((type as (props: Props) => ReactNode)(props));
}

function tagHtml(tag: string, props: Props): string {
  // A radio button switches by the style sheet alone; any other field has a state that is React's.
  const isField = tag === "input" && props["type"] !== "radio";
  if (!TAG.test(tag) || REFUSED.has(tag) || isField) throw new Error(`a still part holds <${tag}>`);
  let html = `<${tag}`;
  for (const name of Object.keys(props)) if (name !== "children") html += attributeHtml(name, props[name]);
  return VOID.has(tag) ? `${html}/>` : `${html}>${htmlOf(props.children)}</${tag}>`;
}

function attributeHtml(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  const written = NAMES[name] ?? name;
  if (written === "class" && typeof value === "string") return ` class="${escaped(value)}"`;
  if (typeof value === "boolean") {
    if (/^(aria|data)-/.test(name)) return ` ${written}="${value}"`;
    if (!FLAGS.has(written)) throw new Error(`a still part has ${name}={${value}}`);
    return value ? ` ${written}=""` : "";
  }
  if (typeof value !== "string" && typeof value !== "number") throw new Error(`a still part has ${name} of no text`);
  if (!ATTRIBUTE.test(written)) throw new Error(`a still part has ${name}`);
  if (name === "href" && !/^[/#]/.test(String(value))) throw new Error("a still part leads out of the site");
  return ` ${written}="${escaped(String(value))}"`;
}

function escaped(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, (sign) => ESCAPES[sign] ?? "") : text;
}

const UNSAFE = /["'&<>]/;
const EACH_UNSAFE = /["'&<>]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "'": "&#x27;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

const TAG = /^[a-zA-Z][a-zA-Z0-9]*$/;
/** Whose text is no text, or whose state React keeps. */
const REFUSED: ReadonlySet<string> = new Set(["script", "style", "template", "iframe", "textarea", "select", "form"]);
const VOID: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "col", "wbr"]);
const FLAGS: ReadonlySet<string> = new Set(["checked", "hidden", "open"]);
/** Neither an event's nor a style. */
const ATTRIBUTE = /^(?!on|style$|srcdoc$|action$)[a-zA-Z][a-zA-Z0-9-]*$/;

/** Written otherwise in HTML than in React; all others as they are. */
const NAMES: Readonly<Record<string, string>> = {
  className: "class",
  clipPath: "clip-path",
  defaultChecked: "checked",
  dominantBaseline: "dominant-baseline",
  fillOpacity: "fill-opacity",
  fillRule: "fill-rule",
  fontSize: "font-size",
  fontWeight: "font-weight",
  htmlFor: "for",
  paintOrder: "paint-order",
  strokeDasharray: "stroke-dasharray",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  strokeOpacity: "stroke-opacity",
  strokeWidth: "stroke-width",
  tabIndex: "tabindex",
  textAnchor: "text-anchor",
  vectorEffect: "vector-effect",
};
