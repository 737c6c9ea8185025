import { useTranslations } from "next-intl";
import { Findings } from "@/components/report/findings";
import type { Finding } from "@/lib/domain/diagnosis/diagnose";
import type { SharedFinding, SharedReport } from "@/lib/domain/sharing/shared-report";
import { asReport } from "./as-rows";

/** Which of the two to work on, in the report's own sentences. */
export function SharedFindings({ shared }: { readonly shared: SharedReport }) {
  const t = useTranslations("report");
  const { total, channels } = asReport(shared);
  const findingOf = ({ code, channel, firstIn, bases }: SharedFinding): Finding<string> | null => {
    const { rates } = channel === null ? total : (channels.find(({ name }) => name === channel) ?? total);
    if (rates.step2 === null) return null;
    const base = ({ kind, percent }: SharedFinding["bases"][number]) => ({ kind, value: percent / 100 });
    // The sentence was chosen by the places already; it prints only the rate and what it is held against.
    const step1 = { rate: rates.qualificationRate, base: base(bases[0]), place: "unclear" } as const;
    const step2 = { rate: rates.step2, base: base(bases[1]), place: "unclear" } as const;
    return { code, channel, firstIn, step1, step2 };
  };
  return (
    <Findings
      findings={shared.findings.flatMap((each) => findingOf(each) ?? [])}
      {...{ remarks: [], lostAt: null }}
      channelName={(name) => name || t("noChannel")}
    />
  );
}
