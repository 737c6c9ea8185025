import type { Finding } from "@/lib/domain/diagnosis/diagnose";
import type { Judgement } from "@/lib/domain/diagnosis/judge-step";
import { reportFindings } from "@/lib/domain/diagnosis/report-findings";
import { type Step, STEPS, stepRate } from "@/lib/domain/metrics/channel-cells";
import { rateCells } from "./rate-cells";
import { scopeOf, WHOLE } from "./scope-of";
import type { ShareMaterial } from "./share-material";
import type { Curtain } from "./share-report";
import type { SharedBase, SharedFinding } from "./shared-report";
import { isSmall } from "./suppress";

/** What the report says in words, as far as it says it of counts that are shown. */
export function shareFindings(material: ShareMaterial, curtain: Curtain): readonly SharedFinding[] {
  const { report, held } = material;
  const nameOf = (key: string | null) => report.channels.find((row) => row.key === key)?.name ?? null;
  return reportFindings(report, held)
    .filter((finding) => isOfShown(finding, material, curtain))
    .map(({ code, channel, firstIn, step1, step2 }) => ({
      code,
      channel: nameOf(channel),
      firstIn: nameOf(firstIn),
      bases: [baseOf(step1), baseOf(step2)],
    }));
}

function baseOf({ base }: Judgement): SharedBase {
  return { kind: base.kind, percent: Math.round(base.value * 100) };
}

function isOfShown(finding: Finding<string>, material: ShareMaterial, { isHidden }: Curtain): boolean {
  const { report, held, hidesSmall } = material;
  if (!hidesSmall) return true;
  const scopes = [
    ...(finding.channel === null ? [WHOLE] : [WHOLE, scopeOf.channel(finding.channel)]),
    ...(finding.firstIn === null ? [] : [scopeOf.channel(finding.firstIn)]),
  ];
  const areShown = scopes.every((scope) =>
    (["qualificationRate", "step2"] as const).every((name) => {
      const { hits, trials } = rateCells(report.query, name);
      return !isHidden(scope, hits) && !isHidden(scope, trials);
    }),
  );
  const before = finding.channel === null ? held.before?.total : held.before?.channels.get(finding.channel);
  const isOfSmall = (step: Step) => {
    const was = before === undefined ? null : stepRate(before, step);
    return was !== null && isSmall(was.hits);
  };
  return areShown && STEPS.every((step) => !isEarlier(finding[step]) || !isOfSmall(step));
}

/** Held against a period that the copy does not print. */
function isEarlier({ base }: Judgement): boolean {
  return base.kind === "previous" || base.kind === "year";
}
