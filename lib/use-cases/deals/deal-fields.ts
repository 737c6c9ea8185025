import { AMOUNT_PER, DEAL_KINDS, type DealKind } from "@/lib/domain/deals/deal";
import type { DealId, LeadId, OpportunityId } from "@/lib/domain/ids";
import { parseCount } from "@/lib/domain/input/money";
import { accept, optional, refuse } from "@/lib/domain/input/parsed";
import type { When } from "@/lib/domain/pipeline/transition";
import { AMOUNT_FIELDS, type Money } from "@/lib/use-cases/cases/amount-field";
import { choiceField, field, optionalTypedDateField } from "@/lib/use-cases/fields";

const TERM_MONTHS_MAX = 1200;

/** What is asked of a signed deal, wherever one is recorded. The amount is monthly for subscription and retainer. */
export function dealFields(locale: "nb" | "en") {
  return {
    ...AMOUNT_FIELDS,
    kind: choiceField(DEAL_KINDS),
    termMonths: field(optional((input) => parseTerm(input, locale))),
    signedOn: optionalTypedDateField(locale),
  };
}

interface Signed {
  readonly money: Money | null;
  readonly kind: DealKind;
  readonly termMonths: number | null;
}

/** A new deal's row. A term belongs to what is paid by the month. */
export function newDeal(
  id: DealId,
  signed: Signed,
  when: When,
  of: { readonly leadId: LeadId | null; readonly opportunityId: OpportunityId | null },
) {
  return {
    id,
    externalId: null,
    ...of,
    kind: signed.kind,
    amountMinor: signed.money?.minor ?? null,
    currency: signed.money?.currency ?? null,
    termMonths: AMOUNT_PER[signed.kind] === "month" ? signed.termMonths : null,
    signedOn: when.occurredOn,
    batchId: null,
  };
}

function parseTerm(input: unknown, locale: "nb" | "en") {
  const parsed = parseCount(input, locale);
  if (!parsed.ok) return parsed;
  return parsed.value >= 1 && parsed.value <= TERM_MONTHS_MAX ? accept(parsed.value) : refuse("count");
}
