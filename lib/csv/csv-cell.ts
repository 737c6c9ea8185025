/**
 * A text cell as a spreadsheet may open it: an apostrophe stands wherever a program would begin to read a formula, at the
 * start and after every sign that some program splits at. Quoting alone is no guard: each reader splits on its own sign.
 */
export function neutralize(text: string): string {
  if (!MAY_NEED_GUARD.test(text)) return text;
  return atGuardedPlaces(text, (rest) => `'${rest}`);
}

/** Takes away exactly the apostrophes that `neutralize` sets, so that what was exported can be imported. */
export function restore(text: string): string {
  if (!text.includes("'")) return text;
  return atGuardedPlaces(text, (rest) => (rest.startsWith("'") ? rest.slice(1) : rest));
}

const TRIGGER = /^[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]$/;
const IGNORABLE = /^[\s\p{Cc}\p{Cf}"']$/u;
const BREAKS_START = /^[\t\r\n\0]$/;
const SPLITS = /^[,;|\t\r\n]$/;
const MAY_NEED_GUARD = /[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\t\r\n\0]/;

/** Cuts the text at every place that needs a guard, and lets `change` rewrite what follows it, up to the next place. */
function atGuardedPlaces(text: string, change: (rest: string) => string): string {
  const signs = Array.from(text);
  const parts: string[] = [];
  let end = signs.length;
  let isHot = false;
  let startBreaks = false;
  // From the right, so that each sign is looked at once, whatever stands between it and a trigger.
  for (let at = signs.length - 1; at >= 0; at -= 1) {
    const sign = signs[at] ?? "";
    if (isHot && SPLITS.test(sign)) {
      parts.push(change(signs.slice(at + 1, end).join("")));
      end = at + 1;
    }
    const isIgnorable = IGNORABLE.test(sign);
    isHot = TRIGGER.test(sign) || (isIgnorable && isHot);
    startBreaks = BREAKS_START.test(sign) || (isIgnorable && startBreaks);
  }
  const start = signs.slice(0, end).join("");
  parts.push(isHot || startBreaks ? change(start) : start);
  return parts.reverse().join("");
}
