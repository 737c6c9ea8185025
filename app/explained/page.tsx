import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Cases } from "@/components/explained/cases";
import { Definitions } from "@/components/explained/definitions";
import { FiveReadings } from "@/components/explained/five-readings";
import { MailCampaign } from "@/components/explained/mail-campaign";
import { Section } from "@/components/explained/section";
import { Shop } from "@/components/explained/shop";
import { TwoRates } from "@/components/explained/two-rates";
import { Counter } from "@/components/landing/counter";
import { PublicShell } from "@/components/shell/public-shell";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { readPreferences } from "../preferences";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explained");
  return { title: t("title"), description: t("lead") };
}

export default async function ExplainedPage() {
  const t = await getTranslations();
  return (
    <PublicShell preferences={await readPreferences()}>
      <article className="mx-auto grid max-w-4xl gap-12 pt-10 pb-8">
        <header className="grid gap-3">
          <h1 className="text-[2.25rem] leading-[1.1] font-semibold tracking-tight sm:text-[2.75rem]">
            {t("explained.title")}
          </h1>
          <p className="max-w-prose text-lg leading-7 text-muted">{t("explained.lead")}</p>
        </header>
        <Shop />
        <TwoRates />
        <MailCampaign />
        <FiveReadings />
        <Cases />
        <Section title={t("explained.tryTitle")}>
          <div className="max-w-2xl">
            <Counter />
          </div>
        </Section>
        <Definitions />
        <p>
          <Button asChild tone="primary" size="lg">
            <Link href={routes.signUp()}>{t("auth.signUp")}</Link>
          </Button>
        </p>
      </article>
    </PublicShell>
  );
}
