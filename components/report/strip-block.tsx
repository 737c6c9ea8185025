import { DecisionBars } from "@/components/charts/decision-bars";
import { StripFigure } from "@/components/charts/strip";
import type { BlockProps } from "./block-props";
import { CountedLink } from "./counted-link";
import { usePeriodText } from "./period-text";

/** How the one rate comes from the other; by decision date they share no leads, and stand apart. */
export function StripBlock({ slug, report: { query, total }, held: { targetOf } }: StripBlockProps) {
  const period = usePeriodText(query);
  if (query.basis === "decision") return <DecisionBars period={period} rates={total.rates} />;
  return (
    <StripFigure
      targets={{
        step1: targetOf(null, "step1"),
        step2: targetOf(null, "step2"),
        whole: targetOf(null, "leadConversionRate"),
      }}
      {...{ period, parts: total.parts.leads, rates: total.rates, leadConvertsAt: query.leadConvertsAt }}
      count={(counted, count) => <CountedLink {...{ slug, query, counted, count }} />}
    />
  );
}

type StripBlockProps = Pick<BlockProps, "slug" | "report" | "held">;
