import { z } from "zod";
import { asId, type CampaignId, type ChannelId, type Id, type UserId } from "@/lib/domain/ids";
import { parseChoice } from "@/lib/domain/input/choice";
import { parseList } from "@/lib/domain/input/list";
import { parseOrigin } from "@/lib/domain/input/link";
import { accept, type Parse, refuse } from "@/lib/domain/input/parsed";
import { parseUuid } from "@/lib/domain/input/uuid";
import { PERIOD_KEYS, type PeriodChoice } from "@/lib/domain/period";
import { LINK_MODES, listedRanges, type NamedPeriod, type PublishedLink, RANGES_MAX } from "@/lib/domain/sharing/link";
import { checkboxField, choiceField, field, nameField, optionalDateField } from "@/lib/use-cases/fields";

const NAMED_PERIODS: readonly NamedPeriod[] = PERIOD_KEYS.filter((key) => key !== "custom");
const FILTERS_MAX = 50;
const ORIGINS_MAX = 10;

function idsOrNone<T extends Id<string>>() {
  const one: Parse<T | "none"> = (input) => {
    if (input === "none") return accept("none");
    const parsed = parseUuid(input);
    return parsed.ok ? accept(asId<T>(parsed.value)) : parsed;
  };
  return field((input) => parseList(input, one, FILTERS_MAX));
}

/** What a link shows, as both its preview and its making are asked: what is seen beforehand is what is published. */
export const LINK_CONTENT = {
  name: nameField,
  locale: choiceField(["nb", "en"]),
  mode: choiceField(LINK_MODES),
  period: choiceField(PERIOD_KEYS),
  from: optionalDateField,
  to: optionalDateField,
  basis: choiceField(["start", "decision"]),
  channel: idsOrNone<ChannelId>(),
  campaign: idsOrNone<CampaignId>(),
  owner: idsOrNone<UserId>(),
  range: field((input) => parseList(input, (each) => parseChoice(each, NAMED_PERIODS), RANGES_MAX - 1)),
  mayNarrow: checkboxField,
  csv: checkboxField,
  owners: checkboxField,
  money: checkboxField,
  nameInPreview: checkboxField,
  hideSmall: checkboxField,
};

const hasItsDates = ({ period, from, to }: { period: string; from: string | null; to: string | null }) =>
  period === "custom" ? from !== null && to !== null && from < to : from === null && to === null;
const DATES_REFUSED = { path: ["period"], message: "date-order" };

export const LinkContentFields = z.strictObject(LINK_CONTENT).refine(hasItsDates, DATES_REFUSED);
export type LinkContentFields = z.output<typeof LinkContentFields>;

export const PROTECTIONS = ["none", "own", "generated"] as const;

/** Sites that may frame the report, one a line. */
const originsField = field((input) => {
  const lines = typeof input === "string" ? input.split(/\s+/).filter((line) => line !== "") : [];
  const parsed = parseList(lines, parseOrigin, ORIGINS_MAX);
  if (input !== undefined && typeof input !== "string") return refuse("link");
  return parsed.ok ? accept([...new Set(parsed.value)]) : parsed;
});

export const MakeLinkInput = z
  .strictObject({
    ...LINK_CONTENT,
    days: choiceField(["7", "30", "90", "365"]),
    protection: choiceField(PROTECTIONS),
    password: z.unknown().optional(),
    embedOrigins: originsField,
  })
  .refine(hasItsDates, DATES_REFUSED);
export type MakeLinkInput = z.output<typeof MakeLinkInput>;

/** The link that these fields describe. */
export function publishedLink(fields: LinkContentFields): PublishedLink {
  const { name, locale, mode, basis, channel, campaign, owner, mayNarrow } = fields;
  const { csv, owners, money, nameInPreview, hideSmall } = fields;
  return {
    name,
    locale,
    mode,
    scope: {
      filters: { basis, channels: channel, campaigns: campaign, owners: owner },
      ranges: listedRanges(periodChoice(fields), fields.range),
      mayNarrow,
    },
    shows: { csv, owners, money, nameInPreview, smallCounts: !hideSmall },
  };
}

function periodChoice({ period, from, to }: LinkContentFields): PeriodChoice {
  if (period !== "custom") return { key: period };
  return { key: "custom", period: { from: from ?? "", to: to ?? "" } };
}
