import { useLocale, useTranslations } from "next-intl";
import { formatFor } from "@/lib/i18n/format";
import { ArchiveForm } from "./archive-form";
import { CampaignForm } from "./campaign-form";
import type { ChannelActions } from "./channels";
import { Disclosure } from "./disclosure";

export function Campaigns({ campaigns, currency, actions }: CampaignsProps) {
  const t = useTranslations("settings");
  if (campaigns.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium text-muted">{t("campaigns")}</h3>
      <ul className="grid gap-2">
        {campaigns.map((campaign) => (
          <li key={campaign.id} className="grid gap-2 rounded-card border border-line px-3 py-2">
            <bdi className="break-words">{campaign.name}</bdi>
            <CampaignFacts campaign={campaign} />
            {actions.editCampaign === null ? null : (
              <Disclosure summary={t("editOf", { name: campaign.name })}>
                <CampaignForm
                  campaign={campaign}
                  channelId={null}
                  currency={campaign.currency ?? currency}
                  action={actions.editCampaign}
                />
                {actions.archiveCampaign === null ? null : (
                  <ArchiveForm row={campaign} text={t("archiveLead")} action={actions.archiveCampaign} />
                )}
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CampaignFacts({ campaign }: { readonly campaign: CampaignInList }) {
  const t = useTranslations("settings");
  const format = formatFor(useLocale());
  const { audienceSize, costMinor, currency, startsOn, endsOn } = campaign;
  const dates = [startsOn, endsOn].map((day) => (day === null ? "" : format.date(day)));
  const facts = [
    audienceSize === null ? null : `${t("audience")}: ${format.count(audienceSize)}`,
    costMinor === null || currency === null ? null : `${t("cost")}: ${format.money({ minor: costMinor, currency })}`,
    startsOn === null && endsOn === null ? null : dates.join(" – ").trim(),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return <p className="text-sm text-muted">{facts.join(" · ")}</p>;
}

export interface CampaignInList {
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly audienceSize: number | null;
  readonly costMinor: number | null;
  readonly currency: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly version: number;
}

type CampaignsProps = {
  readonly campaigns: readonly CampaignInList[];
  readonly currency: string;
  readonly actions: ChannelActions;
};
