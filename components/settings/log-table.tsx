import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";

export function LogTable({ slug, entries, timeZone }: LogTableProps) {
  const t = useTranslations("log");
  const format = formatFor(useLocale());
  if (entries.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <Table label={t("table")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("when")}</TableHead>
          <TableHead>{t("who")}</TableHead>
          <TableHead>{t("what")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {entries.map(({ seq, at, isSystem, who, what }) => (
          <TableRow key={seq}>
            <TableCell className="whitespace-nowrap">{format.moment(at, timeZone)}</TableCell>
            <TableCell>{isSystem ? t("system") : <bdi>{who ?? t("someone")}</bdi>}</TableCell>
            <TableCell>{what.kind === "move" ? <Move slug={slug} what={what} /> : <Change what={what} />}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Change({ what: { action } }: { readonly what: Extract<What, { kind: "activity" }> }) {
  const t = useTranslations("log");
  const known = LOGGED_ACTIONS.find((one) => one === action.replaceAll(".", "-"));
  // Other parts of the product write actions, too; one without words is shown by its name.
  return known === undefined ? action : t(`action.${known}`);
}

function Move({ slug, what }: { readonly slug: string; readonly what: Extract<What, { kind: "move" }> }) {
  const t = useTranslations("log");
  const { subject, from, to } = what;
  const words =
    from === null
      ? t("cameIn", { subject, to: to ?? t("nowhere") })
      : t("moved", { subject, from, to: to ?? t("nowhere") });
  const href = what.opportunityId === null ? leadHref(slug, what.leadId) : routes.opportunity(slug, what.opportunityId);
  return (
    <Link className="link" href={href}>
      {what.isUndo ? t("undone", { what: words }) : words}
    </Link>
  );
}

const LOGGED_ACTIONS = [
  "team-created",
  "team-changed",
  "team-deleted",
  "team-restored",
  "member-role-changed",
  "member-removed",
  "member-left",
  "member-joined",
  "invitation-sent",
  "invitation-revoked",
  "link-made",
  "link-copied",
  "link-refreshed",
  "link-rotated",
  "link-revoked",
  "link-password-changed",
  "link-taken-over",
  "stage-added",
  "stage-renamed",
  "stage-reordered",
  "stage-archived",
  "channel-added",
  "channel-edited",
  "channel-archived",
  "campaign-added",
  "campaign-edited",
  "campaign-archived",
  "lost-reason-added",
  "lost-reason-renamed",
  "lost-reason-archived",
  "target-set",
  "target-removed",
  "view-saved",
  "view-removed",
  "lead-edited",
  "lead-archived",
  "lead-unarchived",
  "opportunity-edited",
  "opportunity-archived",
  "opportunity-unarchived",
  "person-erased",
  "deal-edited",
  "deal-voided",
  "key-created",
  "key-revoked",
  "records-exported",
  "sample-added",
  "sample-removed",
  "import-applied",
  "import-undone",
  "access-denied",
] as const;

function leadHref(slug: string, leadId: string | null): string {
  return leadId === null ? routes.leads(slug) : routes.lead(slug, leadId);
}

type What =
  | { readonly kind: "activity"; readonly action: string }
  | {
      readonly kind: "move";
      readonly subject: "lead" | "opportunity";
      readonly leadId: string | null;
      readonly opportunityId: string | null;
      readonly from: string | null;
      readonly to: string | null;
      readonly isUndo: boolean;
    };

type LogTableProps = {
  readonly slug: string;
  readonly entries: readonly {
    readonly seq: number;
    readonly at: Date;
    readonly isSystem: boolean;
    readonly who: string | null;
    readonly what: What;
  }[];
  readonly timeZone: string;
};
