import { expect, it } from "vitest";
import { embedHtml } from "./embed-html";

it("writes every value as text, and has neither script, form nor anything from elsewhere", () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
  const html = embedHtml({
    ...{ lang: "en-GB", title: hostile, period: hostile, nonce: "bm9uY2U=" },
    rates: [{ name: hostile, value: hostile, detail: hostile }],
    strip: { text: hostile, bars: [] },
    link: { address: `https://tofold.example/r/x${hostile}`, text: hostile },
  });
  expect(html).not.toMatch(/<(script|img|form|iframe|link)\b/i);
  expect(html).toContain("&#60;script&#62;");
});
