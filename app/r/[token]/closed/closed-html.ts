export interface ClosedContent {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly nonce: string;
  /** Null where there is nothing to give a password to. */
  readonly form: {
    readonly action: string;
    readonly label: string;
    readonly submit: string;
    readonly error: string | null;
  } | null;
  readonly look: ClosedLook;
}

/** The reader's own language and theme, and where another is asked for. */
export interface ClosedLook {
  readonly theme: string;
  readonly action: string;
  readonly groups: readonly {
    readonly label: string;
    readonly name: "locale" | "theme";
    readonly chosen: string;
    readonly choices: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
  }[];
}

/** A page by hand, without a script. Every value is text and is written as text. */
export function closedHtml({ lang, title, text, nonce, form, look }: ClosedContent): string {
  const alert = form?.error ? `<p role="alert" id="error">${safe(form.error)}</p>` : "";
  return [
    `<!doctype html><html lang="${safe(lang)}" data-theme="${safe(look.theme)}"><head><meta charset="utf-8"><meta name="robots" content="noindex">`,
    // A form says where it comes from only if the page may; nobody else is told the address.
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="same-origin">`,
    `<title>${safe(title)} · Tofold</title><style nonce="${safe(nonce)}">${STYLE}</style></head><body><main>`,
    `<h1>${safe(title)}</h1><p>${safe(text)}</p>`,
    form === null
      ? ""
      : [
          `<form method="post" action="${safe(form.action)}"><label for="password">${safe(form.label)}</label>`,
          `<input id="password" name="password" type="password" autocomplete="off" required autofocus`,
          form.error ? ` aria-invalid="true" aria-describedby="error">` : ">",
          `${alert}<button type="submit">${safe(form.submit)}</button></form>`,
        ].join(""),
    `</main><footer><span>Tofold</span>${lookForm(look)}</footer></body></html>`,
  ].join("");
}

function lookForm({ action, groups }: ClosedLook): string {
  const buttons = groups.map(({ label, name, chosen, choices }) => {
    const each = choices.map(
      ({ value, label: words, lang }) =>
        `<button name="${name}" value="${safe(value)}"${lang === undefined ? "" : ` lang="${safe(lang)}"`} aria-pressed="${value === chosen}">${safe(words)}</button>`,
    );
    return `<span role="group" aria-label="${safe(label)}">${each.join("")}</span>`;
  });
  return `<form method="post" action="${safe(action)}" class="look">${buttons.join("")}</form>`;
}

function safe(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const DARK = "--fg:#e6edf6;--bg:#0b0f17;--muted:#a7b4c6;--edge:#64748b;--danger:#ffa198";

const STYLE = `:root{color-scheme:light dark;--fg:#0f172a;--bg:#fff;--muted:#475569;--edge:#7b8aa0;--danger:#b42318}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark;${DARK}}
@media(prefers-color-scheme:dark){[data-theme=system]{${DARK}}}
body{margin:0;font:15px/22px system-ui,sans-serif;color:var(--fg);background:var(--bg)}
main{max-width:36rem;margin:0 auto;padding:6rem 1rem 4rem}h1{font-size:1.875rem;line-height:2.25rem;margin:0 0 1rem}p{color:var(--muted);margin:0 0 1rem}
main form{display:grid;gap:.5rem;max-width:24rem}label{font-weight:500}input{font:inherit;padding:.5rem .75rem;min-height:2.5rem;box-sizing:border-box;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:8px}
#error{color:var(--danger);margin:0}main button{font:inherit;font-weight:500;justify-self:start;min-height:2.5rem;margin-top:.5rem;padding:0 1rem;color:var(--bg);background:var(--fg);border:0;border-radius:8px}
footer{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.5rem 2rem;max-width:36rem;margin:0 auto;padding:1.5rem 1rem;color:var(--muted)}footer>span{font-weight:600}
.look{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-left:-.5rem}.look button{font:inherit;min-height:2rem;padding:0 .5rem;color:var(--muted);background:none;border:0;text-decoration:underline;text-underline-offset:4px}
.look [aria-pressed=true]{color:var(--fg);font-weight:500;text-decoration:none}`;
