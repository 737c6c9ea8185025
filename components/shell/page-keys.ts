/** Where a single key is a letter, or belongs to what is open. */
export function isTyping({ target }: KeyboardEvent): boolean {
  const at = target instanceof Element ? target : null;
  return at?.closest(TYPED_IN) != null;
}

const TYPED_IN =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [popover]";

/** Does what a key means on this page; false where it means nothing. */
export function actOnPage(key: string): boolean {
  return MEANINGS.get(key)?.() ?? false;
}

const MEANINGS: ReadonlyMap<string, () => boolean> = new Map([
  ["/", () => focus("input[type=search]")],
  ["f", () => focus("form[method=get] select, form[method=get] input:not([type=hidden])")],
  ["x", tick],
  ["arrowdown", () => toRow("nextElementSibling")],
  ["arrowup", () => toRow("previousElementSibling")],
  ["e", () => press('[aria-keyshortcuts="e"]')],
]);

function focus(selector: string): boolean {
  const control = document.querySelector<HTMLElement>(selector);
  control?.focus();
  return control !== null;
}

function press(selector: string): boolean {
  const control = document.querySelector<HTMLElement>(selector);
  control?.focus();
  control?.click();
  return control !== null;
}

/** From row to row of a list, once the focus is in one; elsewhere the arrows scroll. */
function toRow(beside: "nextElementSibling" | "previousElementSibling"): boolean {
  const row = document.activeElement?.closest("tbody tr")?.[beside];
  const link = row?.querySelector<HTMLElement>("th[scope=row] a");
  link?.focus();
  return link != null;
}

/** Selects the row that the focus is in. */
function tick(): boolean {
  const box = document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[name=ids]");
  box?.click();
  return box != null;
}
