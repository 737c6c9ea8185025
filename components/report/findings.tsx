import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import type { Finding } from "@/lib/domain/diagnosis/diagnose";
import type { Remark } from "@/lib/domain/diagnosis/remarks";
import type { Judgement } from "@/lib/domain/diagnosis/judge-step";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";

/** Where opportunities of the whole team are lost, where that is known. */
export interface LostAt {
  readonly stage: string;
  readonly reason: string;
}

/** Which of the two to work on, in at most three sentences; nothing where the evidence says nothing. */
export function Findings({ findings, remarks, lostAt, channelName }: FindingsProps) {
  const t = useTranslations("findings");
  const remarkText = (remark: Remark) =>
    remark.kind === "lost"
      ? t("timeLost", { s: remark.stage, k: remark.lost, n: remark.total })
      : t("timeStuck", { s: remark.stage, n: remark.stuck });
  if (findings.length + remarks.length === 0) return null;
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("title")}</CardTitle>
      <ul className="grid gap-4">
        {findings.map((finding) => (
          <li key={finding.channel ?? "team"} className="grid max-w-3xl gap-0.5">
            <span className="font-semibold">
              {finding.channel === null ? t("wholeTeam") : channelName(finding.channel)}
            </span>
            <span>
              <Sentence {...{ finding, channelName }} lostAt={finding.channel === null ? lostAt : null} />
            </span>
          </li>
        ))}
        {remarks.map((remark) => (
          <li key={remark.kind} className="grid max-w-3xl gap-0.5">
            <span className="font-semibold">{t("wholeTeam")}</span>
            <span>{remarkText(remark)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding<string>[];
  readonly remarks: readonly Remark[];
  readonly lostAt: LostAt | null;
  readonly channelName: (channel: string) => string;
}

function Sentence({ finding, lostAt, channelName }: SentenceProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { code, step1, step2, firstIn } = finding;
  const baseOf = ({ base }: Judgement) =>
    format.percent({ value: Math.round(base.value * 100), digits: 0, bound: "exact" });
  const values = {
    a: rateText(step1.rate, format).value,
    b: rateText(step2.rate, format).value,
    pa: baseOf(step1),
    pb: baseOf(step2),
    base: t(`evidence.base.${(code === "selling" ? step2 : step1).base.kind}`),
    w: firstIn === null ? "none" : channelName(firstIn),
  };
  if (code !== "selling") return t(`findings.${code}`, values);
  if (lostAt === null) return t("findings.sellingOnly", values);
  return t("findings.selling", { ...values, s: lostAt.stage, reason: lostAt.reason });
}

interface SentenceProps {
  readonly finding: Finding<string>;
  readonly lostAt: LostAt | null;
  readonly channelName: (channel: string) => string;
}
