import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CampaignRow } from "@/lib/domain/metrics/campaign-row";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";

/** Whom each campaign reached, how many answered, and what a lead and a customer cost; to date, as it is paid for. */
export function ChannelCampaigns({ campaigns }: { readonly campaigns: readonly CampaignRow[] }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  if (campaigns.length === 0) return null;
  const money = (minor: number | null, { cost }: CampaignRow) =>
    minor === null || cost === null ? t("common.none") : format.wholeMoney({ minor, currency: cost.currency });
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div>
        <CardTitle>{t("report.campaigns")}</CardTitle>
        <p className="max-w-prose text-sm text-muted">{t("report.channel.campaigns")}</p>
      </div>
      <Table label={t("report.campaigns")} className="min-w-[46rem]">
        <TableHeader>
          <TableRow>
            <TableHead>{t("terms.campaign")}</TableHead>
            <TableHead numeric>{t("terms.audience")}</TableHead>
            <TableHead numeric>{t("report.channel.leads")}</TableHead>
            <TableHead numeric>{t("rates.response")}</TableHead>
            <TableHead numeric>{t("report.channel.customers")}</TableHead>
            <TableHead numeric>{t("report.channel.cost")}</TableHead>
            <TableHead numeric>{t("findings.costPerLead")}</TableHead>
            <TableHead numeric>{t("findings.costPerCustomer")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {campaigns.map((row) => (
            <TableRow key={row.id}>
              <TableHead scope="row" className="text-fg">
                <bdi>{row.name}</bdi>
              </TableHead>
              <TableCell numeric>{row.audience === null ? t("common.none") : format.count(row.audience)}</TableCell>
              <TableCell numeric>{format.count(row.leads)}</TableCell>
              <TableCell numeric>
                {row.response === null ? t("common.none") : rateText(row.response, format).value}
              </TableCell>
              <TableCell numeric>{format.count(row.customers)}</TableCell>
              <TableCell numeric>{money(row.cost?.minor ?? null, row)}</TableCell>
              <TableCell numeric>{money(row.costPerLead, row)}</TableCell>
              <TableCell numeric>{money(row.costPerCustomer, row)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
