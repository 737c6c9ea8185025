import { useLocale, useTranslations } from "next-intl";
import type { LeadConvertsAt, LeadParts } from "@/lib/domain/metrics/parts";
import { rate } from "@/lib/domain/metrics/rate";
import type { Rates } from "@/lib/domain/metrics/rates-of";
import { formatFor } from "@/lib/i18n/format";
import { type CountLink, plainCounts } from "./count-link";
import { Figure } from "./figure";
import { stripBars } from "./segments";
import { StripBar } from "./strip-bar";
import { StripNotes } from "./strip-notes";
import { StripTable } from "./strip-table";
import { Wedge } from "./wedge";

/**
 * One set of leads on its way: how many became opportunities, how many of those customers, and both on one scale. By start
 * date only; by decision date the rates share no leads, and `DecisionBars` stands here.
 */
export function StripFigure({ period, parts, rates, targets, leadConvertsAt, count }: StripFigureProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const bars = stripBars(parts);
  const { step2, qualificationRate: step1, leadConversionRate } = rates;
  if (bars === null || step2 === null) return null;
  const link = count ?? plainCounts(format);
  const isAtOpportunity = leadConvertsAt === "opportunity";
  // With opportunities as conversions the whole way is a rate of its own.
  const whole = isAtOpportunity ? rate(parts.customers, leadConversionRate.trials) : leadConversionRate;
  return (
    <Figure
      finding={t("figures.strip.finding", { l: step1.trials, q: parts.qualified, c: parts.customers })}
      subtitle={t("figures.strip.subtitle", { period })}
      note={<StripNotes rates={rates} whole={whole} />}
      table={<StripTable {...{ parts, step1, step2, whole, leadConvertsAt }} />}
    >
      <div className="grid">
        <StripBar
          name={t(isAtOpportunity ? "rates.lead" : "figures.strip.stepOne")}
          whole={t("figures.strip.wholeLeads", { n: step1.trials })}
          rate={step1}
          target={targets.step1}
          headed={isAtOpportunity && parts.direct > 0 ? leadConversionRate : null}
          segments={bars.leads}
          counted={COUNTED.leads}
          count={link}
        />
        {step1.evidence === "few" || step2.evidence === "few" ? <div className="h-6" /> : <Wedge of={step1} />}
        <StripBar
          name={t("figures.strip.stepTwo")}
          whole={t("figures.strip.wholeOpportunities", { n: step2.trials })}
          rate={step2}
          target={targets.step2}
          segments={bars.opportunities}
          counted={COUNTED.opportunities}
          count={link}
        />
      </div>
      <StripBar
        name={t(isAtOpportunity ? "rates.perHundred" : "rates.lead")}
        whole={t("figures.strip.ofAll", { n: whole.trials })}
        rate={whole}
        headed={whole}
        target={isAtOpportunity ? null : targets.whole}
        segments={bars.whole}
        thin
      />
    </Figure>
  );
}

/** The counts of each bar, by the path that opens their records. */
const COUNTED = {
  leads: {
    qualified: "leads.qualified",
    direct: "leads.direct",
    open: "leads.open",
    notAFit: "leads.notAFit",
  },
  opportunities: { customers: "step2.hits", open: "leads.qualifiedOpen", lost: "leads.qualifiedLost" },
} as const;

interface StripFigureProps {
  /** In words. */
  readonly period: string;
  readonly parts: LeadParts;
  readonly rates: Rates;
  /** Of each bar, 0–1. */
  readonly targets: Readonly<Record<"step1" | "step2" | "whole", number | null>>;
  readonly leadConvertsAt: LeadConvertsAt;
  readonly count?: CountLink | undefined;
}
