import { createElement as h, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { htmlOf } from "./static-html";

describe("a still part is written as React writes it:", () => {
  const hostile = `"><script>alert('x')</script>&amp;`;
  it.each<[string, ReactNode]>([
    ["text of hostile signs", h("p", null, hostile, 1, 0, null, false, undefined, true, "")],
    [
      "attributes of hostile signs",
      h("a", { href: `/x?q=${hostile}`, "aria-label": hostile, className: hostile }, "→"),
    ],
    [
      "a drawing",
      h("svg", { viewBox: "0 0 1 1", "aria-hidden": true, width: "100%", preserveAspectRatio: "none" }, PATH),
    ],
    [
      "cells",
      h("td", { colSpan: 2, tabIndex: 0, "data-slot": "cell", scope: undefined }, h("br"), [h("b", { key: 1 })]),
    ],
    [
      "what is folded away, and what is not",
      h("div", null, h("details", { open: true }), h("details", { open: false })),
    ],
    ["a choice", h("input", { type: "radio", name: "a", defaultChecked: true })],
    ["components in components", h(Fragment, null, h(Named, { name: "Østfold" }), h(Named, { name: "<b>" }))],
  ])("%s", (_, node) => {
    expect(htmlOf(node)).toBe(renderToStaticMarkup(node));
  });
});

describe("a still part refuses", () => {
  it.each<[string, ReactNode]>([
    ["what listens", h("p", { onClick: () => {} })],
    ["a written handler", h("p", { onclick: "alert(1)" })],
    ["a style", h("p", { style: { color: "red" } })],
    ["a style of text", h("p", { style: "color: red" as never })],
    ["markup of its own", h("p", { dangerouslySetInnerHTML: { __html: "<b>" } })],
    ["a script", h("script", null, "alert(1)")],
    ["a field", h("input", { defaultValue: "x" })],
    ["a script's address", h("a", { href: "javascript:alert(1)" })],
    ["another site's address", h("a", { href: "https://example.com" })],
    ["a component of the browser's", h(Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") }))],
    ["an object", {} as never],
  ])("%s", (_, node) => {
    expect(() => htmlOf(node)).toThrow("a still part");
  });
});

function Named({ name }: { readonly name: string }) {
  return h("i", null, name);
}

const PATH = h("path", {
  strokeWidth: 2,
  strokeDasharray: "6 4",
  strokeOpacity: 0.5,
  paintOrder: "stroke",
  vectorEffect: "non-scaling-stroke",
});
