import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportCounts, ImportKind, ImportState } from "@/lib/domain/import/batch";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";

/** What has been imported before, newest first. */
export function BatchList({ team, batches, timeZone }: BatchListProps) {
  const t = useTranslations("import");
  const format = formatFor(useLocale());
  if (batches.length === 0) return <EmptyState title={t("noBatches")} />;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg font-semibold">{t("history")}</h2>
      <Table label={t("history")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("file")}</TableHead>
            <TableHead>{t("what")}</TableHead>
            <TableHead>{t("when")}</TableHead>
            <TableHead>{t("stateHead")}</TableHead>
            <TableHead numeric>{t("outcome.created")}</TableHead>
            <TableHead numeric>{t("outcome.updated")}</TableHead>
            <TableHead numeric>{t("outcome.skipped")}</TableHead>
            <TableHead numeric>{t("outcome.rejected")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {batches.map(({ id, kind, fileName, createdAt, state, counts }) => (
            <TableRow key={id}>
              <TableCell>
                <Link className="link" href={routes.importBatch(team, id)}>
                  <bdi>{fileName || t("pasted")}</bdi>
                </Link>
              </TableCell>
              <TableCell>{kind === "sample" ? "" : t(`kind.${kind}`)}</TableCell>
              <TableCell>{format.moment(createdAt, timeZone)}</TableCell>
              <TableCell>
                <Badge tone={state === "failed" ? "danger" : "outline"}>{t(`state.${state}`)}</Badge>
              </TableCell>
              {([counts.create, counts.update, counts.skip, counts.reject] as const).map((n, at) => (
                <TableCell key={at} numeric>
                  {format.count(n)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

type BatchListProps = {
  readonly team: string;
  readonly timeZone: string;
  readonly batches: readonly {
    readonly id: string;
    readonly kind: ImportKind;
    readonly fileName: string;
    readonly createdAt: Date;
    readonly state: ImportState;
    readonly counts: ImportCounts;
  }[];
};
