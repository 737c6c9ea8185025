import { useTranslations } from "next-intl";
import { BulkBar } from "@/components/bulk/bulk-bar";
import type { BulkActions } from "@/components/bulk/bulk-form";
import { ExportLink } from "@/components/shell/export-link";
import { PageHeader } from "@/components/shell/page-header";
import type { FormAction } from "@/lib/domain/action-state";
import type { ChannelId } from "@/lib/domain/ids";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { writeLeadsQuery } from "@/lib/domain/leads/leads-query";
import type { ShownQuickAddNames } from "@/lib/domain/leads/quick-add";
import type { LeadsCounted } from "@/lib/domain/metrics/counted";
import { type Query, routes } from "@/lib/routes";
import type { LeadChoices } from "./lead-choices";
import { LeadsFilters } from "./leads-filters";
import { LeadsTable, type LeadsTableProps } from "./leads-table";
import { NewLead } from "./new-lead";

export interface LeadsActions {
  readonly quickAdd: FormAction<AddedLead>;
  readonly create: FormAction<AddedLead>;
  readonly createChannel: FormAction<{ id: ChannelId }>;
  readonly undo: FormAction<void>;
  readonly bulk: BulkActions;
}

/** The list of leads with what one does in it: add, narrow, select, take out. */
export function LeadsView({ behind, choices, names, sending, may, actions, ...list }: LeadsViewProps) {
  const { slug, query } = list;
  return (
    <>
      <Head {...list} behind={behind} canExport={may.export} />
      {may.add ? (
        <NewLead
          slug={slug}
          choices={choices}
          names={names}
          sending={sending}
          quickAdd={actions.quickAdd}
          createChannel={may.addChannel ? actions.createChannel : null}
          create={actions.create}
          undo={actions.undo}
        />
      ) : null}
      {behind ? null : <LeadsFilters slug={slug} query={query} choices={choices} />}
      <LeadsTable
        {...list}
        carried={behind?.carried ?? null}
        bulk={
          may.bulk ? (
            <BulkBar subject="lead" choices={choices} isArchive={query.archived} actions={actions.bulk} />
          ) : null
        }
      />
    </>
  );
}

function Head({ slug, query, total, behind, canExport }: HeadProps) {
  const t = useTranslations();
  const download = canExport ? (
    <ExportLink slug={slug} dataset="leads" query={{ ...writeLeadsQuery(query), ...behind?.carried }} />
  ) : null;
  if (behind === null) return <PageHeader title={t("leads.title")}>{download}</PageHeader>;
  return (
    <PageHeader
      title={t(`counted.${behind.counted}`, { n: total })}
      breadcrumb={[{ href: routes.team(slug, behind.report), label: t("nav.report") }]}
      description={t("leads.countedNote")}
    >
      {download}
    </PageHeader>
  );
}

type HeadProps = Pick<LeadsViewProps, "slug" | "query" | "total" | "behind"> & { readonly canExport: boolean };

type LeadsViewProps = Omit<LeadsTableProps, "carried" | "bulk"> & {
  /** The number of the report whose leads these are. */
  readonly behind: { readonly counted: LeadsCounted; readonly report: Query; readonly carried: Query } | null;
  readonly choices: LeadChoices;
  readonly names: ShownQuickAddNames;
  readonly sending: string;
  readonly may: Readonly<Record<"add" | "addChannel" | "bulk" | "export", boolean>>;
  readonly actions: LeadsActions;
};
