import { expect, it } from "vitest";
import { closedHtml } from "./closed-html";

const SAID = { lang: "nb-NO", title: "T", text: "t", nonce: "bm9uY2U=" };

it("asks for a password without a script, says what was wrong, and writes every value as text", () => {
  const hostile = `"><script>alert(1)</script>`;
  const html = closedHtml({
    ...{ ...SAID, title: hostile },
    form: { action: `/r/${hostile}/unlock`, label: hostile, submit: hostile, error: hostile },
  });
  expect(html).not.toContain("<script");
  expect(html).toContain('<form method="post" action="/r/&#34;');
  expect(html).toContain('aria-invalid="true" aria-describedby="error"');
});

it("has nothing to fill in where the link is gone", () => {
  expect(closedHtml({ ...SAID, form: null })).not.toMatch(/<(form|input|button)/);
});
