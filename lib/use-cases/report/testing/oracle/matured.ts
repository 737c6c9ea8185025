import type { Answer } from "./ask";
import { moment } from "./clock";
import {
  daysBetween,
  type Decision,
  decisionOfLead,
  decisionOfOpportunity,
  decisionOfQualification,
} from "./decisions";
import { replay } from "./replay";
import type { LogRow, Question } from "./rows";

/** Of each month its records, and how many converted within 30, 60 … days; `-` where not all of the month are so old. */
export function matured(log: readonly LogRow[], question: Question, byStart: Answer) {
  const { leads, opportunities } = replay(log, question);
  const today = String(moment(question.at, question.timeZone).occurredOn);
  const decisionOf = question.leadConvertsAt === "customer" ? decisionOfLead : decisionOfQualification;
  const asked = (path: string, all: readonly Decision[]) => {
    const ids = new Set((byStart[path] ?? []).map(({ id }) => id));
    return byMonth(
      all.filter(({ id, isLeftOut }) => ids.has(id) && !isLeftOut),
      today,
    );
  };
  return {
    lead: asked("leads.total", leads.map(decisionOf)),
    opportunity: asked("opportunities.total", opportunities.map(decisionOfOpportunity)),
  };
}

function byMonth(decisions: readonly Decision[], today: string): readonly string[] {
  const months = [...new Set(decisions.flatMap(({ began }) => began?.slice(0, 7) ?? []))].sort();
  const ageOf = (month: string) => daysBetween(lastDayOf(month), today);
  const oldest = Math.max(...months.map(ageOf));
  const columns = Array.from({ length: 12 }, (_, nth) => 30 * (nth + 1)).filter((days) => days <= oldest);
  return months.map((month) => {
    const own = decisions.filter(({ began }) => began?.startsWith(month) === true);
    const within = (days: number) =>
      own.filter(
        ({ began, decided, isConverted }) =>
          isConverted && began !== null && decided !== null && daysBetween(began, decided) <= days,
      ).length;
    const cells = columns.map((days) => (ageOf(month) >= days ? within(days) : "-"));
    return [month, own.length, ...cells].join(" ");
  });
}

function lastDayOf(month: string): string {
  const [year = 0, nth = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10);
}
