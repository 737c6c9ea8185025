import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { AMOUNT_PER, type DealKind } from "@/lib/domain/deals/deal";
import { formatFor } from "@/lib/i18n/format";

/** What stands, summed per kind and currency and never across: a monthly amount and a whole one do not add up. */
export function DealSums({ sums }: DealSumsProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  if (sums.length === 0) return null;
  return (
    <Card className="mb-6 grid grid-cols-[minmax(0,1fr)] gap-2">
      <CardTitle>{t("deals.sums")}</CardTitle>
      <p className="text-sm text-muted">{t("deals.sumsNote")}</p>
      <Table label={t("deals.sums")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("deals.kind")}</TableHead>
            <TableHead numeric>{t("deals.count")}</TableHead>
            <TableHead numeric>{t("deals.sum")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {sums.map(({ kind, currency, n, minor }) => (
            <TableRow key={`${kind} ${currency ?? ""}`}>
              <TableHead scope="row" className="font-normal text-fg">
                {t(`kinds.deal.${kind}`)}
              </TableHead>
              <TableCell numeric>{format.count(n)}</TableCell>
              <TableCell numeric>
                {currency === null
                  ? t("leads.noAmount")
                  : AMOUNT_PER[kind] === "month"
                    ? t("deals.perMonth", { amount: format.money({ minor, currency }) })
                    : format.money({ minor, currency })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

type DealSumsProps = {
  readonly sums: readonly {
    readonly kind: DealKind;
    readonly currency: string | null;
    readonly n: number;
    readonly minor: number;
  }[];
};
