/** What to call somebody of whom only the address is known: kari.nordmann+salg@firma.no is Kari Nordmann. */
export function nameFromEmail(email: string): string {
  const local = (email.split("@")[0] ?? "").split("+")[0] ?? "";
  const words = local.split(/[^a-z0-9]+/i).filter((word) => word !== "");
  return words.length === 0 ? "?" : words.map(capitalized).join(" ");
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
