import { replay } from "./replay";
import type { Found, LogRow, Question } from "./rows";
import type { Lead, Opportunity, World } from "./replay";

export type Answer = Readonly<Record<string, readonly Found[]>>;

/**
 * metrics.md 2 once more: for every count of a report, by its path, exactly the records that it counts. A path that the basis
 * does not have is not there.
 */
export function ask(log: readonly LogRow[], question: Question): Answer {
  const world = replay(log, question);
  return question.basis === "start" ? byStart(world, question) : byDecision(world, question);
}

function byStart(world: World, question: Question): Answer {
  const all = leadsAsked(world, question);
  const came = within(all, ({ cameInDay }) => cameInDay, question);
  const leads = came.filter(({ of }) => of.kind !== "excluded");
  const q = leads.filter(({ of }) => of.qualified);
  const never = leads.filter(({ of }) => !of.qualified);
  const customers = leads.filter(({ of }) => of.kind === "customer");
  const direct = never.filter(({ of }) => of.kind === "customer");
  const notAFit = never.filter(({ of }) => of.kind === "not_a_fit");
  const open = never.filter(({ of }) => of.kind !== "customer" && of.kind !== "not_a_fit");
  const unsold = q.filter(({ of }) => of.kind !== "customer");
  const lost = unsold.filter(({ of }) => of.best === "lost");
  const stillOpen = unsold.filter(({ of }) => of.best !== "lost");
  const waiting = lost.filter(({ of }) => of.kind !== "not_a_fit");
  const asCustomer = question.leadConvertsAt === "customer";
  return {
    ...{ "leads.total": leads, "leads.open": open, "leads.notAFit": notAFit, notAFitUnqualified: notAFit },
    ...{ "leads.direct": direct, "leads.qualified": q, "leads.qualifiedOpen": stillOpen, "leads.qualifiedLost": lost },
    ...{ "leads.waiting": waiting, "leads.customers": customers },
    "leads.excluded": came.filter(({ of }) => of.kind === "excluded"),
    "leads.faulty": leads.filter(({ of }) => of.fault),
    "leads.undated": undated(all.filter((lead) => lead.kind !== "excluded" && lead.cameInDay === null)),
    "leadConversionRate.hits": asCustomer ? customers : [...q, ...direct],
    "leadConversionRate.trials": leads,
    "leadConversionRate.open": asCustomer ? [...open, ...stillOpen, ...waiting] : open,
    ...{ "qualificationRate.hits": q, "qualificationRate.trials": leads, "qualificationRate.open": open },
    ...{ "step2.hits": q.filter(({ of }) => of.kind === "customer"), "step2.trials": q, "step2.open": stillOpen },
    ...opportunitiesByStart(world, question),
  };
}

function opportunitiesByStart(world: World, question: Question): Answer {
  const all = opportunitiesAsked(world, question);
  const opened = within(all, ({ openedDay }) => openedDay, question);
  const of = (kind: string) => opened.filter((each) => each.of.kind === kind);
  return {
    ...{ "opportunities.total": opened, "opportunities.open": of("open") },
    ...{ "opportunities.won": of("won"), "opportunities.lost": of("lost") },
    "opportunities.withoutLead": opened.filter((each) => isAlone(each.of, world)),
    "opportunities.faulty": opened.filter((each) => each.of.fault),
    "opportunities.undated": undated(all.filter(({ openedDay }) => openedDay === null)),
    "opportunityConversionRate.hits": of("won"),
    "opportunityConversionRate.trials": opened,
    "opportunityConversionRate.open": of("open"),
  };
}

function byDecision(world: World, question: Question): Answer {
  const all = leadsAsked(world, question);
  const leads = all.filter(({ kind }) => kind !== "excluded");
  const isEnded = ({ kind }: Lead) => kind === "customer" || kind === "not_a_fit";
  const ended = within(leads.filter(isEnded), ({ decidedDay }) => decidedDay, question);
  const customers = ended.filter(({ of }) => of.kind === "customer");
  const notAFit = ended.filter(({ of }) => of.kind === "not_a_fit");
  const neverWas = notAFit.filter(({ of }) => !of.qualified);
  const direct = customers.filter(({ of }) => !of.qualified);
  const q = within(
    leads.filter(({ qualified }) => qualified),
    ({ qualifiedDay }) => qualifiedDay,
    question,
  );
  const lastDay = (lead: Lead) => (isEnded(lead) ? lead.decidedDay : lead.qualifiedDay);
  const moved = [...q, ...direct];
  const asCustomer = question.leadConvertsAt === "customer";
  const isUndated = (lead: Lead) =>
    (isEnded(lead) && lead.decidedDay === null) || (lead.qualified && lead.qualifiedDay === null);
  return {
    ...{ "leads.notAFit": notAFit, notAFitUnqualified: neverWas, "leads.direct": direct, "leads.qualified": q },
    "leads.waiting": undated(leads.filter((lead) => lead.qualified && !isEnded(lead) && lead.best === "lost")),
    "leads.customers": customers,
    "leads.excluded": within(
      all.filter(({ kind }) => kind === "excluded"),
      ({ cameInDay }) => cameInDay,
      question,
    ),
    "leads.faulty": within(
      leads.filter((lead) => lead.fault && (isEnded(lead) || lead.qualified)),
      lastDay,
      question,
    ),
    "leads.undated": undated(leads.filter(isUndated)),
    "leadConversionRate.hits": asCustomer ? customers : moved,
    "leadConversionRate.trials": asCustomer ? [...customers, ...notAFit] : [...moved, ...neverWas],
    "qualificationRate.hits": moved,
    "qualificationRate.trials": [...moved, ...neverWas],
    ...opportunitiesByDecision(world, question),
  };
}

function opportunitiesByDecision(world: World, question: Question): Answer {
  const all = opportunitiesAsked(world, question).filter(({ kind }) => kind !== "open");
  const closed = within(all, ({ closedDay }) => closedDay, question);
  const won = closed.filter(({ of }) => of.kind === "won");
  return {
    ...{ "opportunities.won": won, "opportunities.lost": closed.filter(({ of }) => of.kind === "lost") },
    "opportunities.withoutLead": closed.filter((each) => isAlone(each.of, world)),
    "opportunities.faulty": closed.filter(({ of }) => of.fault),
    "opportunities.undated": undated(all.filter(({ closedDay }) => closedDay === null)),
    "opportunityConversionRate.hits": won,
    "opportunityConversionRate.trials": closed,
  };
}

type Placed<T> = Found & { readonly of: T };

function place<T extends Lead | Opportunity>(of: T, day: string | null): Placed<T> {
  return { id: of.id, channel: of.channel, campaign: of.campaign, owner: of.owner, day, of };
}

/** Those whose day is in the period; those without a day, only when everything is asked. */
function within<T extends Lead | Opportunity>(
  records: readonly T[],
  dayOf: (record: T) => string | null,
  { period }: Question,
): readonly Placed<T>[] {
  const placed = records.map((record) => place(record, dayOf(record)));
  if (period === null) return placed;
  return placed.filter(({ day }) => day !== null && period.from <= day && day < period.to);
}

/** Told whatever the period. */
function undated<T extends Lead | Opportunity>(records: readonly T[]): readonly Placed<T>[] {
  return records.map((record) => place(record, null));
}

function isAlone({ lead }: Opportunity, { leads }: World): boolean {
  return !leads.some(({ id, kind }) => id === lead && kind !== "excluded");
}

function leadsAsked({ leads }: World, question: Question): readonly Lead[] {
  return leads.filter((lead) => lead.counts && isAsked(lead, question));
}

function opportunitiesAsked({ opportunities }: World, question: Question): readonly Opportunity[] {
  return opportunities.filter((one) => one.counts && isAsked(one, question));
}

function isAsked({ channel, campaign, owner }: Lead | Opportunity, asked: Question): boolean {
  const isOneOf = (value: string | null, wanted: readonly string[]) =>
    wanted.length === 0 || wanted.includes(value ?? "none");
  return isOneOf(channel, asked.channels) && isOneOf(campaign, asked.campaigns) && isOneOf(owner, asked.owners);
}
