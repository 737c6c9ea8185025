import { useTranslations } from "next-intl";
import { remarksOf } from "@/lib/domain/diagnosis/remarks";
import { reportFindings } from "@/lib/domain/diagnosis/report-findings";
import type { Loaded } from "@/lib/domain/metrics/block-data";
import { mainLoss } from "@/lib/domain/metrics/losses";
import type { BlockProps } from "./block-props";
import { Findings, type LostAt } from "./findings";

const SENTENCES_MAX = 3;

/** Which of the two to work on, and where the pipeline holds or loses its records. */
export function DiagnosisBlock({ report, held, blocks, lostAt }: Omit<BlockProps, "slug">) {
  const t = useTranslations("report");
  const losses = dataOf(blocks.losses);
  const findings = reportFindings(report, held);
  const lost = lostAt ?? lostAtOf(losses === null ? null : mainLoss(losses));
  return (
    <Findings
      {...{ findings, lostAt: lost }}
      remarks={remarksOf(
        { losses, times: dataOf(blocks.time) ?? [] },
        {
          most: SENTENCES_MAX - findings.length,
          tellsLosses: lost !== null && findings.some(({ code, channel }) => code === "selling" && channel === null),
        },
      )}
      channelName={(key) => report.channels.find((row) => row.key === key)?.name ?? t("noChannel")}
    />
  );
}

function dataOf<T>(block: Loaded<T> | undefined): T | null {
  return block?.kind === "loaded" ? block.data : null;
}

function lostAtOf(main: ReturnType<typeof mainLoss>): LostAt | null {
  const [stage, reason] = [main?.stage.name, main?.reason?.name];
  return typeof stage === "string" && typeof reason === "string" ? { stage, reason } : null;
}
