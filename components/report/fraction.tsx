import { useTranslations } from "next-intl";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { CountedLink } from "./counted-link";

export type RateName = "leadConversionRate" | "qualificationRate" | "opportunityConversionRate";

/** «24 av 120», each of the two opening its records. */
export function Fraction({ slug, query, name, rate }: FractionProps) {
  const t = useTranslations("report");
  const link = (of: "hits" | "trials") => (
    <CountedLink slug={slug} query={query} counted={`${name}.${of}`} count={rate[of]} />
  );
  return t.rich("fraction", { k: () => link("hits"), n: () => link("trials") });
}

interface FractionProps {
  readonly slug: string | null;
  readonly query: ReportQuery | null;
  readonly name: RateName | "step2";
  readonly rate: Rate;
}
