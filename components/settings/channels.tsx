import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { CampaignId, ChannelId } from "@/lib/domain/ids";
import { ArchiveForm } from "./archive-form";
import { CampaignForm } from "./campaign-form";
import { Campaigns, type CampaignInList } from "./campaigns";
import { Disclosure } from "./disclosure";
import { NameForm } from "./name-form";

/** Each channel with its campaigns. What the reader may not do is not there. */
export function Channels({ channels, campaigns, currency, actions }: ChannelsProps) {
  const t = useTranslations();
  return (
    <div className="grid gap-4">
      {channels.map((channel) => (
        <Card key={channel.id} className="grid gap-3">
          <CardTitle>
            <bdi>{channel.name}</bdi>
          </CardTitle>
          <ChannelForms channel={channel} actions={actions} />
          <Campaigns
            campaigns={campaigns.filter(({ channelId }) => channelId === channel.id)}
            currency={currency}
            actions={actions}
          />
          {actions.addCampaign === null ? null : (
            <Disclosure summary={t("settings.newCampaign")}>
              <CampaignForm currency={currency} channelId={channel.id} campaign={null} action={actions.addCampaign} />
            </Disclosure>
          )}
        </Card>
      ))}
      {actions.addChannel === null ? null : (
        <Disclosure summary={t("settings.newChannel")}>
          <ActionForm action={actions.addChannel} className="grid max-w-md gap-3">
            <TextField name="name" label={t("settings.name")} autoComplete="off" />
            <AliasesField value="" />
            <FormEnd submit={t("settings.add")} okMessage={t("common.saved")} />
          </ActionForm>
        </Disclosure>
      )}
    </div>
  );
}

function ChannelForms({ channel, actions: { editChannel, archiveChannel } }: ChannelFormsProps) {
  const t = useTranslations("settings");
  if (editChannel === null) return null;
  return (
    <Disclosure summary={t("editOf", { name: channel.name })}>
      <NameForm row={channel} action={editChannel}>
        <AliasesField value={channel.aliases} />
      </NameForm>
      {archiveChannel === null ? null : <ArchiveForm row={channel} text={t("archiveLead")} action={archiveChannel} />}
    </Disclosure>
  );
}

function AliasesField({ value }: { readonly value: string }) {
  const t = useTranslations("settings");
  return (
    <TextAreaField name="aliases" label={t("aliases")} hint={t("aliasesHint")} defaultValue={value} rows={3} optional />
  );
}

export interface ChannelActions {
  readonly addChannel: FormAction<{ readonly id: ChannelId }> | null;
  readonly editChannel: FormAction<void> | null;
  readonly archiveChannel: FormAction<void> | null;
  readonly addCampaign: FormAction<{ readonly id: CampaignId }> | null;
  readonly editCampaign: FormAction<void> | null;
  readonly archiveCampaign: FormAction<void> | null;
}

interface ChannelInList {
  readonly id: string;
  readonly name: string;
  readonly aliases: string;
  readonly version: number;
}

type ChannelsProps = {
  readonly channels: readonly ChannelInList[];
  readonly campaigns: readonly CampaignInList[];
  readonly currency: string;
  readonly actions: ChannelActions;
};
type ChannelFormsProps = { readonly channel: ChannelInList; readonly actions: ChannelActions };
