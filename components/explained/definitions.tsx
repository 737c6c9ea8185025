import { useTranslations } from "next-intl";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Section } from "./section";

/** The exact wording that stands beside every number of the report. */
export function Definitions() {
  const t = useTranslations();
  return (
    <Section title={t("explained.definitionsTitle")}>
      <DefinitionList className="max-w-4xl">
        {TERMS.map(({ term, text }) => (
          <Definition key={term} term={t(term)}>
            {t(text)}
          </Definition>
        ))}
      </DefinitionList>
      <p className="max-w-prose">{t("def.oppDecision")}</p>
      <p className="max-w-prose text-muted">{t("def.diff")}</p>
    </Section>
  );
}

const TERMS = [
  { term: "rates.lead", text: "def.lead" },
  { term: "rates.qualification", text: "def.qual" },
  { term: "rates.opportunity", text: "def.opp" },
  { term: "rates.byStart", text: "def.start" },
  { term: "rates.byDecision", text: "def.decision" },
] as const;
