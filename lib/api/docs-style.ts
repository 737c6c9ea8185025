/** How the page of the API looks: a sheet of its own, for no style may stand inside what is no page of the application. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --text: #1c1917; --soft: #57534e; --line: #e7e5e4; --page: #fafaf9; --box: #fff; --link: #0f5f5c; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f5f5f4; --soft: #a8a29e; --line: #44403c; --page: #1c1917; --box: #292524; --link: #7dd3c8; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; display: grid; grid-template-columns: 23rem minmax(0, 1fr); background: var(--page); color: var(--text);
  font: 1rem/1.55 ui-sans-serif, system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line);
  font-size: .8125rem; }
nav ul { list-style: none; margin: .75rem 0; padding: 0; }
nav li a { display: block; padding: .3rem .25rem; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav li a:hover { text-decoration: underline; }
nav h2 { font-size: .8125rem; margin: 1.5rem 0 0; }
main { padding: 2rem clamp(1rem, 4vw, 3.5rem) 6rem; max-width: 62rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
section, #codes { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); scroll-margin-top: .5rem; }
p { max-width: 44rem; }
small { color: var(--soft); font-size: .8125rem; }
a { color: var(--link); }
a:focus-visible, .table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font: .8125rem/1.5 ui-monospace, monospace; }
pre { padding: 1rem; overflow: auto; background: var(--box); border: 1px solid var(--line); border-radius: .5rem; }
.table { overflow-x: auto; margin: 1rem 0; background: var(--box); border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; min-width: 34rem; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; }
th { font-weight: 600; color: var(--soft); }
td { border-top: 1px solid var(--line); min-width: 7rem; }
td:first-child { white-space: nowrap; width: 11rem; }
th:nth-last-child(2):nth-child(2), td:nth-last-child(2):nth-child(2) { width: 10rem; }
h2 code { font-size: 1rem; font-weight: 600; }
nav span, h2 span { display: inline-block; min-width: 3.25rem; font-size: .6875rem; font-weight: 700; letter-spacing: .02em; }
.get { color: var(--link); }
.post { color: light-dark(#9a3412, #fdba74); }
.patch { color: light-dark(#6b21a8, #d8b4fe); }
@media (max-width: 48rem) {
  body { display: block; }
  nav { position: static; height: auto; max-height: 15rem; border-right: 0; border-bottom: 1px solid var(--line); }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
