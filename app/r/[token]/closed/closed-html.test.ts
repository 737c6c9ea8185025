import { expect, it } from "vitest";
import { closedHtml } from "./closed-html";

const hostile = `"><script>alert(1)</script>`;
const look = {
  theme: "dark",
  action: `/r/${hostile}/closed`,
  groups: [{ label: hostile, name: "theme", chosen: "dark", choices: [{ value: "dark", label: hostile }] }],
} as const;
const SAID = { lang: "nb-NO", title: "T", text: "t", nonce: "bm9uY2U=", look };

it("asks for a password without a script, says what was wrong, and writes every value as text", () => {
  const html = closedHtml({
    ...SAID,
    title: hostile,
    form: { action: `/r/${hostile}/unlock`, label: hostile, submit: hostile, error: hostile },
  });
  expect(html).not.toContain("<script");
  expect(html).toContain('<form method="post" action="/r/&#34;');
  expect(html).toContain('aria-invalid="true" aria-describedby="error"');
});

it("has nothing to fill in where the link is gone", () => {
  expect(closedHtml({ ...SAID, form: null })).not.toMatch(/<input/);
});

it("has the reader's theme, and a form that asks for another", () => {
  const html = closedHtml({ ...SAID, form: null });
  expect(html).toContain('<html lang="nb-NO" data-theme="dark">');
  expect(html).toMatch(/<form method="post" action="\/r\/&#34;[^>]*><span role="group"/);
  expect(html).toContain('<button name="theme" value="dark" aria-pressed="true">');
});
