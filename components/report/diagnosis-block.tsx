import { useTranslations } from "next-intl";
import { remarksOf } from "@/lib/domain/diagnosis/remarks";
import { reportFindings } from "@/lib/domain/diagnosis/report-findings";
import { dataOf } from "@/lib/domain/metrics/block-data";
import type { BlockProps } from "./block-props";
import { Findings } from "./findings";
import { lostAtOf } from "./lost-at";

const SENTENCES_MAX = 3;

/** Which of the two to work on, and where the pipeline holds or loses its records. */
export function DiagnosisBlock({ report, held, blocks, findings: told }: Omit<BlockProps, "slug">) {
  const t = useTranslations("report");
  const losses = dataOf(blocks.losses);
  const findings = told ?? reportFindings(report, held);
  const lostAt = losses === null ? null : lostAtOf(losses);
  return (
    <Findings
      {...{ findings, lostAt }}
      remarks={remarksOf(
        { losses, times: dataOf(blocks.time) ?? [] },
        {
          most: SENTENCES_MAX - findings.length,
          tellsLosses: lostAt !== null && findings.some(({ code, channel }) => code === "selling" && channel === null),
        },
      )}
      channelName={(key) => report.channels.find((row) => row.key === key)?.name ?? t("noChannel")}
    />
  );
}
