import { useLocale, useTranslations } from "next-intl";
import { type Counted, isLeadsCounted } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";

/**
 * A count that opens exactly the records that it counts; plain where no address asks for them. A report has hundreds, so they are
 * links of the page alone: as parts of the router each would be hydrated, and asked for ahead as soon as it is in sight.
 */
export function CountedLink({ slug, query, counted, count, children }: CountedLinkProps) {
  const t = useTranslations("counted");
  const format = formatFor(useLocale());
  const shown = children ?? format.count(count);
  if (slug === null || query === null) return shown;
  return (
    <a
      href={recordsHref(slug, query, counted)}
      className="link"
      {...(children === undefined ? { "aria-label": t(counted, { n: count }) } : {})}
    >
      {shown}
    </a>
  );
}

function recordsHref(slug: string, query: ReportQuery, counted: Counted): string {
  const list = isLeadsCounted(counted) ? routes.leads : routes.opportunities;
  return list(slug, writeReport(query, counted));
}

interface CountedLinkProps {
  /** `null` where there are no records to open. */
  readonly slug: string | null;
  readonly query: ReportQuery | null;
  readonly counted: Counted;
  readonly count: number;
  readonly children?: React.ReactNode;
}
