import type { PublishedLink } from "@/lib/domain/sharing/link";

/** Names and values as a form sends them; a box that is not ticked sends nothing. */
export type LinkFields = readonly (readonly [name: string, value: string])[];

/** The boxes of a link, in the order of the form. */
export const SHOWN_FIELDS = [
  { name: "mayNarrow", isTicked: ({ scope }) => scope.mayNarrow },
  { name: "csv", isTicked: ({ shows }) => shows.csv },
  { name: "owners", isTicked: ({ shows }) => shows.owners },
  { name: "money", isTicked: ({ shows }) => shows.money },
  { name: "nameInPreview", isTicked: ({ shows }) => shows.nameInPreview },
  { name: "hideSmall", isTicked: ({ shows }) => !shows.smallCounts },
] as const satisfies readonly { name: string; isTicked: (link: PublishedLink) => boolean }[];

/** The report's own question: chosen on the report, and carried along. */
export function writeScope({ scope: { filters, ranges } }: PublishedLink): LinkFields {
  const [first] = ranges;
  const dates = first?.key === "custom" ? [["from", first.period.from] as const, ["to", first.period.to] as const] : [];
  return [
    ["period", first?.key ?? "12m"],
    ...dates,
    ["basis", filters.basis],
    ...filters.channels.map((id) => ["channel", id] as const),
    ...filters.campaigns.map((id) => ["campaign", id] as const),
    ...filters.owners.map((id) => ["owner", id] as const),
  ];
}

/** All that the preview shows: what is published is exactly this. */
export function writeLink(link: PublishedLink): LinkFields {
  return [
    ["name", link.name],
    ["locale", link.locale],
    ["mode", link.mode],
    ...writeScope(link),
    ...link.scope.ranges.slice(1).map(({ key }) => ["range", key] as const),
    ...SHOWN_FIELDS.flatMap(({ name, isTicked }) => (isTicked(link) ? [[name, "on"] as const] : [])),
  ];
}
