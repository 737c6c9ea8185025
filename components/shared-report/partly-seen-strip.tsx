import { useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { StripNotes } from "@/components/charts/strip-notes";
import { Wedge } from "@/components/charts/wedge";
import { rate } from "@/lib/domain/metrics/rate";
import type { Shown, SharedRate, SharedReport, SharedStrip } from "@/lib/domain/sharing/shared-report";
import { asRate, asReport, isShown } from "./as-rows";
import { partlySeen, partlySeenStrip } from "./partly-seen";
import { PartlySeenBar } from "./partly-seen-bar";
import { SharedRatesTable } from "./shared-rates-table";
import { StripCounts } from "./strip-counts";

/** The strip as far as it is shown: what is not told apart is one dotted piece of its bar. */
export function PartlySeenStrip({ shared, strip, period }: PartlySeenStripProps) {
  const t = useTranslations();
  const { rates } = shared.total;
  const { leads, qualified, customers } = strip;
  const bars = partlySeenStrip(strip);
  const [step1, step2] = [rates.qualificationRate, rates.step2];
  const isAtOpportunity = shared.leadConvertsAt === "opportunity";
  const whole = isAtOpportunity ? perHundred(strip) : rates.leadConversionRate;
  const areTold = leads !== "hidden" && qualified !== "hidden" && customers !== "hidden";
  return (
    <Figure
      finding={areTold ? t("figures.strip.finding", { l: leads, q: qualified, c: customers }) : t("shared.strip")}
      subtitle={t("figures.strip.subtitle", { period })}
      note={<Notes {...{ shared, whole }} />}
      table={<StripCounts strip={strip} />}
    >
      <div className="grid">
        <PartlySeenBar
          name={t(isAtOpportunity ? "rates.lead" : "figures.strip.stepOne")}
          whole={wholeOf(leads, (n) => t("figures.strip.wholeLeads", { n }), t("evidence.hidden"))}
          rate={step1}
          of={leads}
          segments={bars.leads}
        />
        {isDrawn(step1) && isDrawn(step2) ? <Wedge of={asRate(step1)} /> : <div className="h-6" />}
        <PartlySeenBar
          name={t("figures.strip.stepTwo")}
          whole={wholeOf(qualified, (n) => t("figures.strip.wholeOpportunities", { n }), t("evidence.hidden"))}
          rate={step2}
          of={qualified}
          segments={bars.opportunities}
        />
      </div>
      <PartlySeenBar
        name={t(isAtOpportunity ? "rates.perHundred" : "rates.lead")}
        whole={wholeOf(leads, (n) => t("figures.strip.ofAll", { n }), t("evidence.hidden"))}
        rate={whole}
        of={leads}
        segments={bars.whole}
        thin
        hasLegend={false}
      />
    </Figure>
  );
}

interface PartlySeenStripProps {
  readonly shared: SharedReport;
  readonly strip: SharedStrip;
  readonly period: string;
}

/** By decision date: three bars of three sets, each whole and not told apart where its rate is not shown. */
export function PartlySeenDecision({ shared, period }: Omit<PartlySeenStripProps, "strip">) {
  const t = useTranslations();
  const {
    leadConversionRate: lead,
    qualificationRate: qualification,
    opportunityConversionRate: win,
  } = shared.total.rates;
  const bars = [
    { name: t("rates.lead"), rate: lead, kind: "passed" },
    { name: t("rates.qualification"), rate: qualification, kind: "qualified" },
    { name: t("rates.win"), rate: win, kind: "customers" },
  ] as const;
  return (
    <Figure
      finding={t("shared.decided")}
      subtitle={t("figures.decision.subtitle", { period })}
      note={
        <>
          <p>{t("def.noProduct")}</p>
          <p>{t("shared.unseen")}</p>
        </>
      }
      table={
        <SharedRatesTable {...{ shared, title: t("shared.decided"), rowLabel: t("figures.bar"), rows: [], none: "" }} />
      }
    >
      {bars.map(({ name, rate: { hits, trials }, rate, kind }) => (
        <PartlySeenBar
          key={name}
          name={name}
          whole={wholeOf(trials, (n) => t("figures.decision.whole", { n }), t("evidence.hidden"))}
          rate={rate}
          of={trials}
          segments={partlySeen({ [kind]: hits, ...restOf(rate) }, trials)}
          hasLegend={false}
        />
      ))}
    </Figure>
  );
}

function restOf({ hits, trials }: SharedRate) {
  return hits === "hidden" || trials === "hidden" ? {} : { notAFit: trials - hits };
}

function wholeOf(count: Shown, words: (n: number) => string, hidden: string): string {
  return count === "hidden" ? hidden : words(count);
}

/** How the steps make the whole, where all three are shown; and what the dots are. */
function Notes({ shared, whole }: { readonly shared: SharedReport; readonly whole: SharedRate | null }) {
  const t = useTranslations("shared");
  const { total } = asReport(shared);
  const all = Object.values(shared.total.rates);
  const areShown = all.every((each: SharedRate | null) => isShown(each)) && whole !== null && isShown(whole);
  return (
    <>
      {areShown ? <StripNotes rates={total.rates} whole={asRate(whole)} /> : null}
      <p>{t("unseen")}</p>
    </>
  );
}

function isDrawn(each: SharedRate | null): each is SharedRate {
  return each !== null && isShown(each) && asRate(each).trials >= 10;
}

/** With opportunities as conversions the whole way is a rate of its own; it is printed where its counts are. */
function perHundred({ customers, leads }: SharedStrip): SharedRate | null {
  if (customers === "hidden" || leads === "hidden") return null;
  const { hits, trials, value, low, high } = rate(customers, leads);
  return { hits, trials, value, low, high, preliminary: false };
}
