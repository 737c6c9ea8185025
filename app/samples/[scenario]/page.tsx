import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReportBlocks } from "@/components/report/report-blocks";
import { SampleHeader } from "@/components/samples/sample-header";
import { PublicShell } from "@/components/shell/public-shell";
import { Button } from "@/components/ui/button";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { loadedSample, sampleHeld, sampleReport } from "@/lib/domain/samples/sample-report";
import { routes } from "@/lib/routes";
import { readPreferences } from "../../preferences";

export async function generateMetadata({ params }: PageProps<"/samples/[scenario]">): Promise<Metadata> {
  const scenario = scenarioOf(await params);
  const t = await getTranslations();
  if (!scenario) return {};
  return { title: t("samples.title", { kind: t(`scenarios.${scenario}.kind`) }), description: t("samples.notice") };
}

export default async function SamplePage({ params }: PageProps<"/samples/[scenario]">) {
  const scenario = scenarioOf(await params);
  if (!scenario) notFound();
  const [locale, t] = [await getLocale(), await getTranslations()];
  const { report, figures, targets } = sampleReport(scenario, new Date(), (names) => names[locale]);
  return (
    <PublicShell preferences={await readPreferences()}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-6">
        <SampleHeader scenario={scenario} report={report} targets={targets} />
        <ReportBlocks
          {...{ slug: null, report, blocks: loadedSample(figures), held: sampleHeld(targets) }}
          order={PRESETS[scenario].reportBlocks}
        />
        <div className="grid justify-items-start gap-4 pt-8">
          <p className="text-xl font-semibold tracking-tight">{t("samples.own")}</p>
          <Button asChild tone="primary" size="lg">
            <Link href={routes.signUp()}>{t("auth.signUp")}</Link>
          </Button>
        </div>
      </div>
    </PublicShell>
  );
}

function scenarioOf({ scenario: asked }: { readonly scenario: string }) {
  return SCENARIOS.find((each) => each === asked);
}
