import { useTranslations } from "next-intl";
import { ExportLink } from "@/components/shell/export-link";
import { PageHeader } from "@/components/shell/page-header";
import type { OpportunitiesCounted } from "@/lib/domain/metrics/counted";
import type { OpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { type Query, routes } from "@/lib/routes";
import { LayoutSwitch } from "./layout-switch";

/** What the page shows: its own list or board, or the opportunities behind a number of the report. */
export function OpportunitiesHead({ slug, query, total, behind, carried, canExport }: OpportunitiesHeadProps) {
  const t = useTranslations();
  const download =
    canExport && query.layout === "list" ? (
      <ExportLink slug={slug} dataset="opportunities" query={{ ...carried, ...behind?.carried }} />
    ) : null;
  if (behind === null) {
    return (
      <PageHeader title={t("opportunities.title")}>
        {download}
        <LayoutSwitch slug={slug} query={query} />
      </PageHeader>
    );
  }
  return (
    <PageHeader
      title={t(`counted.${behind.counted}`, { n: total })}
      breadcrumb={[{ href: routes.team(slug, behind.report), label: t("nav.report") }]}
      description={t("opportunities.countedNote")}
    >
      {download}
    </PageHeader>
  );
}

type OpportunitiesHeadProps = {
  readonly slug: string;
  readonly query: OpportunitiesQuery;
  readonly total: number;
  readonly behind: { readonly counted: OpportunitiesCounted; readonly report: Query; readonly carried: Query } | null;
  readonly carried: Query;
  readonly canExport: boolean;
};
