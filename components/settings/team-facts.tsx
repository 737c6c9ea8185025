import { useTranslations } from "next-intl";
import { Definition, DefinitionList } from "@/components/ui/definition-list";

/** The same for those who may read it and no more. */
export function TeamFacts({ team }: TeamFactsProps) {
  const t = useTranslations("settings");
  return (
    <div className="grid gap-4">
      <DefinitionList>
        <Definition term={t("name")}>
          <bdi>{team.name}</bdi>
        </Definition>
        <Definition term={t("timeZone")}>{team.timeZone}</Definition>
        <Definition term={t("currency")}>{team.currency}</Definition>
        <Definition term={t("converts.question")}>{t(`converts.${team.leadConvertsAt}`)}</Definition>
      </DefinitionList>
      <p className="text-sm text-muted">{t("readOnly")}</p>
    </div>
  );
}

type TeamFactsProps = {
  readonly team: {
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly leadConvertsAt: "customer" | "opportunity";
  };
};
