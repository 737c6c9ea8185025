let kept: string | null = null;

/** A moved card is drawn anew in another column; whoever moved it by keyboard stays with it. */
export function keepFocusOn(card: string): void {
  kept = card;
}

/** Whether this is the card that keeps the focus; asked once. */
export function takesFocus(card: string): boolean {
  if (kept !== card) return false;
  kept = null;
  return true;
}
