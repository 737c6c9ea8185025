import type { BlockProps } from "./block-props";
import { RatePanel } from "./rate-panel";

/** The two rates side by side, and nothing between them: they have different denominators. */
export function RatesBlock({ slug, report }: Pick<BlockProps, "slug" | "report">) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <RatePanel slug={slug} report={report} name="leadConversionRate" />
      <RatePanel slug={slug} report={report} name="opportunityConversionRate" />
    </div>
  );
}
