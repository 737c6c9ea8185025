import { DecisionBars } from "@/components/charts/decision-bars";
import { StripFigure } from "@/components/charts/strip";
import { usePeriodText } from "@/components/report/period-text";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { asParts, asReport, isShown } from "./as-rows";
import { PartlySeenDecision, PartlySeenStrip } from "./partly-seen-strip";

/** How the one rate comes from the other; as far as it is shown. */
export function SharedStripBlock({ shared }: { readonly shared: SharedReport }) {
  const { query, total } = asReport(shared);
  const period = usePeriodText(query);
  const { strip, rates } = shared.total;
  const parts = asParts(strip);
  const areRatesShown = Object.values(rates).every((each: Parameters<typeof isShown>[0]) => isShown(each));
  if (shared.basis === "decision") {
    if (areRatesShown) return <DecisionBars period={period} rates={total.rates} />;
    return <PartlySeenDecision {...{ shared, period }} />;
  }
  if (strip === null) return null;
  if (parts === null || !areRatesShown) return <PartlySeenStrip {...{ shared, strip, period }} />;
  const { leadConvertsAt } = query;
  return <StripFigure {...{ period, parts, leadConvertsAt }} rates={total.rates} targets={NO_TARGETS} />;
}

/** A target is the team's own, and no copy holds it. */
const NO_TARGETS = { step1: null, step2: null, whole: null };
