interface PageNeeds {
  readonly nonce: string;
  /** React and Next's own tools evaluate text while developing, and style what they draw. */
  readonly isDev: boolean;
  /** Where a form may end up beyond our own pages: signing in elsewhere is a redirect of a form. */
  readonly formTargets: readonly string[];
}

/** What a page of ours may load and where it may send: nothing that this server did not put there itself. */
export function contentPolicy({ nonce, isDev, formTargets }: PageNeeds): string {
  const ours = `'self' 'nonce-${nonce}'`;
  return Object.entries({
    "default-src": "'none'",
    "script-src": `${ours} 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src": isDev ? "'self' 'unsafe-inline'" : ours,
    // The lengths of bars and the places of dots are styles of elements; they style, and load nothing.
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": ["'self'", ...formTargets].join(" "),
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
  })
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
