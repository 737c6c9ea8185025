import { fieldError } from "@/lib/domain/errors";
import { AMOUNT_FIELDS, type Money } from "@/lib/use-cases/cases/amount-field";
import { nameField, optionalCountField, optionalTypedDateField } from "@/lib/use-cases/fields";

/** What a campaign's form holds beside its channel, as the user's language writes numbers and dates. */
export function campaignFields(locale: "nb" | "en") {
  return {
    name: nameField,
    audienceSize: optionalCountField(locale),
    ...AMOUNT_FIELDS,
    startsOn: optionalTypedDateField(locale),
    endsOn: optionalTypedDateField(locale),
  };
}

export interface CampaignFacts {
  readonly name: string;
  readonly audienceSize: number | null;
  readonly money: Money | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** As columns; a campaign does not end before it starts. */
export function campaignColumns({ name, audienceSize, money, startsOn, endsOn }: CampaignFacts) {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw fieldError({ endsOn: "date-order" });
  return { name, audienceSize, costMinor: money?.minor ?? null, currency: money?.currency ?? null, startsOn, endsOn };
}
