import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Counter } from "@/components/landing/counter";
import { HonestNumbers } from "@/components/landing/honest-numbers";
import { ScenarioCards } from "@/components/landing/scenario-cards";
import { PublicShell } from "@/components/shell/public-shell";
import { Button } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";
import { routes } from "@/lib/routes";
import { readPreferences } from "./preferences";

export default async function LandingPage() {
  const t = await getTranslations();
  return (
    <PublicShell preferences={await readPreferences()}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 pt-8 pb-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,34rem)] lg:pt-14">
        <div className="grid content-start gap-6 lg:pt-6">
          <h1 className="text-[2.125rem] min-[26rem]:text-[2.5rem] leading-[1.08] font-semibold tracking-tight sm:text-[3.25rem]">
            {t("landing.question")}
          </h1>
          <p className="max-w-[34rem] text-lg leading-7 text-muted">{t("landing.claim")}</p>
          <div className="flex flex-wrap gap-3">
            <Button asChild tone="primary" size="lg">
              <Link href={routes.signUp()}>{t("auth.signUp")}</Link>
            </Button>
            <Button asChild size="lg">
              <Link href={routes.sample("startup")}>{t("landing.sample")}</Link>
            </Button>
          </div>
          <p>
            <Link href={routes.explained()} className="link">
              {t("landing.explainedLink")}
            </Link>
          </p>
        </div>
        <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
          <div className="grid gap-1">
            <CardTitle>{t("landing.counterTitle")}</CardTitle>
            <p className="text-muted">{t("landing.counterLead")}</p>
          </div>
          <Counter />
        </Card>
      </div>
      <section className="grid gap-5 pb-16">
        <div className="grid gap-1">
          <h2 className="text-2xl leading-8 font-semibold tracking-tight">{t("landing.samplesTitle")}</h2>
          <p className="text-muted">{t("landing.samplesLead")}</p>
        </div>
        <ScenarioCards />
      </section>
      <section className="grid gap-5">
        <h2 className="text-2xl leading-8 font-semibold tracking-tight">{t("landing.honestTitle")}</h2>
        <HonestNumbers />
      </section>
    </PublicShell>
  );
}
