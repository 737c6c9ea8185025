import { useTranslations } from "next-intl";
import { Dots } from "./dots";
import { Section } from "./section";

/** The retail analogy: who came, who tried, who bought, and what to look at when either step is low. */
export function Shop() {
  const t = useTranslations("explained");
  return (
    <Section title={t("shopTitle")}>
      <div className="grid gap-8 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] sm:gap-12">
        <Dots />
        <div className="grid max-w-prose content-start gap-4 text-[1.0625rem] leading-7">
          <p>{t("shopIn")}</p>
          <p>
            <Mark className="text-lead">●</Mark>
            {t("shopTried")}
          </p>
          <p>
            <Mark className="text-opp">◆</Mark>
            {t("shopBought")}
          </p>
          <p>
            <Mark>■</Mark>
            {t("shopWhole")}
          </p>
          <p className="border-t border-grid pt-4">{t("shopStepOne")}</p>
          <p>{t("shopStepTwo")}</p>
        </div>
      </div>
    </Section>
  );
}

function Mark({ className, children }: { readonly className?: string; readonly children: string }) {
  return (
    <span aria-hidden className={className}>
      {children}{" "}
    </span>
  );
}
