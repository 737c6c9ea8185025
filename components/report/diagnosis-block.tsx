import { useTranslations } from "next-intl";
import { reportFindings } from "@/lib/domain/diagnosis/report-findings";
import type { BlockProps } from "./block-props";
import { Findings } from "./findings";

/** Which of the two to work on. */
export function DiagnosisBlock({ report, held, lostAt = null }: Pick<BlockProps, "report" | "held" | "lostAt">) {
  const t = useTranslations("report");
  return (
    <Findings
      findings={reportFindings(report, held)}
      lostAt={lostAt}
      channelName={(key) => report.channels.find((row) => row.key === key)?.name ?? t("noChannel")}
    />
  );
}
