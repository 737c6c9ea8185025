import type { BlockProps } from "./block-props";
import { RatePanel } from "./rate-panel";

/** The two rates side by side, and nothing between them: they have different denominators. */
export function RatesBlock({ slug, report, held }: Pick<BlockProps, "slug" | "report" | "held">) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <RatePanel {...{ slug, report, held }} name="leadConversionRate" />
      <RatePanel {...{ slug, report, held }} name="opportunityConversionRate" />
    </div>
  );
}
