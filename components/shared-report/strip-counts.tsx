import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Shown, SharedStrip } from "@/lib/domain/sharing/shared-report";
import { ShownCount } from "./shown-count";

/** The strip in numbers, with what is not shown said in its place. */
export function StripCounts({ strip }: { readonly strip: SharedStrip }) {
  const t = useTranslations();
  return (
    <Table label={t("shared.strip")} className="min-w-[34rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.bar")}</TableHead>
          {(["converted", "direct", "open", "ended", "total"] as const).map((column) => (
            <TableHead key={column} numeric>
              {t(`figures.column.${column}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        <Row
          name={t("figures.strip.stepOne")}
          counts={[strip.qualified, strip.direct, strip.open, strip.notAFit, strip.leads]}
        />
        <Row
          name={t("figures.strip.stepTwo")}
          counts={[strip.sold, 0, strip.qualifiedOpen, strip.qualifiedLost, strip.qualified]}
        />
      </TableBody>
    </Table>
  );
}

function Row({ name, counts }: { readonly name: string; readonly counts: readonly Shown[] }) {
  return (
    <TableRow>
      <TableHead scope="row">{name}</TableHead>
      {counts.map((count, index) => (
        <TableCell key={index} numeric>
          <ShownCount count={count} />
        </TableCell>
      ))}
    </TableRow>
  );
}
