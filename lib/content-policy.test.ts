import { expect, it } from "vitest";
import { contentPolicy } from "./content-policy";

const page = { nonce: "bm9uY2U=", isDev: false, formTargets: [] };

it("lets in what carries this answer's nonce or comes from here; nothing inline, nothing evaluated, no frame, no base", () => {
  expect(contentPolicy(page)).toBe(
    "default-src 'none'; script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'; style-src 'self' 'nonce-bm9uY2U='; " +
      "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
      "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
});

it("a form leads to where one may sign in, and nowhere else", () => {
  expect(contentPolicy({ ...page, formTargets: ["https://github.com"] })).toContain(
    "; form-action 'self' https://github.com; ",
  );
});

it("only while developing is text evaluated", () => {
  expect(contentPolicy({ ...page, isDev: true })).toContain("'unsafe-eval'");
});
