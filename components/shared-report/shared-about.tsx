import { useLocale, useTranslations } from "next-intl";
import { PrintButton } from "@/components/report/print-button";
import { Button } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { CopyPlace, LinkMode } from "@/lib/domain/sharing/link";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { queryOf } from "./shared-header";

export interface AboutShare {
  readonly token: string;
  readonly place: CopyPlace;
  readonly mode: LinkMode;
  readonly expiresAt: Date;
  readonly hasCsv: boolean;
  readonly digest: string | null;
  readonly shared: SharedReport;
}

/** What the numbers mean, of which moment they are, and by what a frozen copy is known again. */
export function SharedAbout({ token, place, mode, expiresAt, hasCsv, digest, shared }: AboutShare) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { basis, timeZone, asOf } = shared;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CardTitle>{t("shared.about")}</CardTitle>
      <DefinitionList>
        <Definition term={t(basis === "start" ? "rates.byStart" : "rates.byDecision")}>{t(`def.${basis}`)}</Definition>
        <Definition term={t("report.asOf")}>
          {format.moment(new Date(asOf), timeZone)} ({timeZone})
        </Definition>
        <Definition term={t(`links.${mode}`)}>
          {t(mode === "live" ? "shared.liveNote" : "shared.frozenNote")}
        </Definition>
        <Definition term={t("shared.expires")}>
          {format.moment(expiresAt, timeZone)} ({timeZone})
        </Definition>
        {digest === null ? null : (
          <Definition term={t("shared.digest")}>
            <code className="text-sm break-all">{digest}</code>
          </Definition>
        )}
      </DefinitionList>
      <p className="max-w-prose text-sm text-muted">
        {t(basis === "start" ? "def.diff" : "def.noProduct")} {t("def.channel")} {t("def.range")}
      </p>
      <div className="flex flex-wrap gap-2" data-print="hide">
        {hasCsv ? (
          <Button asChild size="sm">
            <a href={routes.sharedCsv(token, queryOf(place))} download>
              {t("shared.csv")}
            </a>
          </Button>
        ) : null}
        <PrintButton>{t("common.print")}</PrintButton>
      </div>
    </Card>
  );
}
