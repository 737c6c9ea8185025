// Addresses at these say nothing of where somebody works.
const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set(
  `gmail googlemail outlook hotmail live msn yahoo icloud me mac aol proton protonmail pm gmx web mail fastmail zoho yandex
   online start broadpark lyse altibox getmail telenor hey tutanota tuta`.split(/\s+/),
);
// Registries in which a company's name stands third from the end.
const SECOND_LEVEL: ReadonlySet<string> = new Set(["co", "com", "org", "net", "ac", "gov"]);

/** A team's likely name by the address of who makes it: kari@nordlys-analyse.no works at Nordlys Analyse. Null: no guess. */
export function teamNameFromEmail(email: string): string | null {
  const labels = (email.split("@")[1] ?? "").split(".").slice(0, -1);
  const last = labels.at(-1);
  const company = last !== undefined && SECOND_LEVEL.has(last) && labels.length > 1 ? labels.at(-2) : last;
  if (company === undefined || PUBLIC_PROVIDERS.has(company) || company.startsWith("xn--")) return null;
  return company
    .split("-")
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
