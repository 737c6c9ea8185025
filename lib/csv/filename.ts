const LENGTH_MAX = 80;

/** The name of an exported file, made of a title: letters, digits, space, `_` and `-`, nothing that a system reads. */
export function csvFilename(title: string): string {
  const words = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, "-")
    .replace(/ {2,}/g, " ")
    .replace(/-{2,}/g, "-");
  // Trimmed on both sides of the cut: it may end on a space, too.
  const name = trimEnds(Array.from(trimEnds(words)).slice(0, LENGTH_MAX).join(""));
  return `${name === "" ? "report" : name}.csv`;
}

/** The header that makes a browser save the answer under that name, in any alphabet. */
export function contentDisposition(filename: string): string {
  const encoded = encodeURIComponent(filename).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}

function trimEnds(text: string): string {
  return text.replace(/^[-. ]+/, "").replace(/[-. ]+$/, "");
}
