import type { Rate } from "@/lib/domain/metrics/rate";

export interface EmbedContent {
  readonly lang: string;
  readonly title: string;
  readonly period: string;
  readonly rates: readonly { readonly name: string; readonly value: string; readonly detail: string }[];
  /** The strip in a sentence; null where it is not shown. */
  readonly strip: { readonly text: string; readonly bars: readonly Rate[] } | null;
  readonly link: { readonly address: string; readonly text: string };
  readonly nonce: string;
}

/**
 * A page by hand: a frame on somebody else's site gets no script, no form, no cookie, and not the app's own start. Every value
 * is text and is written as text.
 */
export function embedHtml({ lang, title, period, rates, strip, link, nonce }: EmbedContent): string {
  const cards = rates.map(
    ({ name, value, detail }) =>
      `<section><h2>${text(name)}</h2><p class="value">${text(value)}</p><p>${text(detail)}</p></section>`,
  );
  const bars = (strip?.bars ?? []).map(({ value }, index) => bar(value ?? 0, index));
  return [
    `<!doctype html><html lang="${text(lang)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">`,
    `<title>${text(title)}</title><style nonce="${text(nonce)}">${STYLE}</style></head><body><main>`,
    `<h1>${text(title)}</h1><p>${text(period)}</p><div class="rates">${cards.join("")}</div>`,
    strip === null ? "" : `${bars.join("")}<p>${text(strip.text)}</p>`,
    `<p><a href="${text(link.address)}" target="_blank" rel="noopener noreferrer">${text(link.text)}</a></p></main></body></html>`,
  ].join("");
}

function bar(share: number, index: number): string {
  const [x, width] = [0, Math.round(share * 1000) / 10];
  const className = index === 0 ? "step1" : "step2";
  return `<svg aria-hidden="true" width="100%" height="14"><rect width="100%" height="14" class="rest"/><rect x="${x}" width="${width}%" height="14" class="${className}"/></svg>`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// The tokens of the app, by hand: a frame loads nothing.
const STYLE = `:root{color-scheme:light dark;--fg:#0f172a;--bg:#fff;--muted:#475569;--line:#cbd5e1;--lead:#0b62a8;--opp:#c2410c;--open:#e8ecf2}
@media(prefers-color-scheme:dark){:root{--fg:#e6edf6;--bg:#0b0f17;--muted:#a7b4c6;--line:#3a4657;--lead:#66b2f0;--opp:#f29a5b;--open:#1d2634}}
body{margin:0;font:15px/22px system-ui,sans-serif;color:var(--fg);background:var(--bg);font-variant-numeric:tabular-nums}
main{display:grid;gap:12px;padding:16px}h1{font-size:18px;margin:0}h2{font-size:15px;margin:0}p{margin:0;color:var(--muted)}
.rates{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(220px,1fr))}section{border:1px solid var(--line);border-radius:10px;padding:14px}
.value{font-size:32px;line-height:40px;font-weight:600;color:var(--fg)}a{color:inherit}svg{display:block}.rest{fill:var(--open)}.step1{fill:var(--lead)}.step2{fill:var(--opp)}`;
