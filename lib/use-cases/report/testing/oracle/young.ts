import type { Answer } from "./ask";
import { moment } from "./clock";
import { type By, keyOf } from "./compare";
import {
  daysBetween,
  type Decision,
  decisionOfLead,
  decisionOfOpportunity,
  decisionOfQualification,
} from "./decisions";
import { replay } from "./replay";
import type { LogRow, Question } from "./rows";
import { whenLeft } from "./when-left";

const UNKNOWN = 365;

/** metrics.md 3.5 once more: the rates of each group that are preliminary, as `printed` tells them. */
export function preliminary(log: readonly LogRow[], question: Question, answer: Answer, by: By): readonly string[] {
  if (question.basis === "decision" || question.windowDays !== null) return [];
  const world = replay(log, question);
  const today = String(moment(question.at, question.timeZone).occurredOn);
  const lead = threeInFour(world.leads.map(decisionOfLead), today);
  const qualification = threeInFour(world.leads.map(decisionOfQualification), today);
  const opportunity = threeInFour(world.opportunities.map(decisionOfOpportunity), today);
  const marks = (rate: string, limit: number) => marksOf(answer, by, { rate, limit, today });
  return [
    ...marks("leadConversionRate", question.leadConvertsAt === "customer" ? lead : qualification),
    ...marks("qualificationRate", qualification),
    ...marks("opportunityConversionRate", opportunity),
    ...marks("step2", lead),
  ];
}

interface Judged {
  readonly rate: string;
  /** Open for less than so many days is young. */
  readonly limit: number;
  readonly today: string;
}

function marksOf(answer: Answer, by: By, { rate, limit, today }: Judged): readonly string[] {
  const trials = answer[`${rate}.trials`] ?? [];
  const open = answer[`${rate}.open`] ?? [];
  const young = open.filter(({ day }) => day !== null && daysBetween(day, today) < limit);
  const groups = new Set(trials.map((one) => keyOf(one, by)));
  const inGroup = (found: typeof trials, key: string | null) => found.filter((one) => keyOf(one, by) === key).length;
  return [...groups]
    .filter((key) => inGroup(young, key) / inGroup(trials, key) > 0.25)
    .map((key) => `${key ?? "-"} ${rate}.preliminary: yes`);
}

/** The age by which three in four are decided, by Kaplan and Meier over the last 24 months. */
function threeInFour(decisions: readonly Decision[], today: string): number {
  const since = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  const times = decisions.flatMap(({ began, decided, isLeftOut }) =>
    isLeftOut || began === null || began < since
      ? []
      : [{ days: daysBetween(began, decided ?? today), isOver: decided !== null }],
  );
  if (times.filter(({ isOver }) => isOver).length < 20) return UNKNOWN;
  return whenLeft(0.25, times) ?? UNKNOWN;
}
