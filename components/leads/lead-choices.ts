import type { CampaignId, ChannelId, StageId, UserId } from "@/lib/domain/ids";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";

interface Named<T extends string> {
  readonly id: T;
  readonly name: string;
}

/** What can be chosen for a lead of this team, in order. */
export interface LeadChoices {
  readonly channels: readonly Named<ChannelId>[];
  readonly campaigns: readonly (Named<CampaignId> & { readonly channel: string })[];
  readonly owners: readonly Named<UserId>[];
  readonly stages: readonly (Named<StageId> & { readonly kind: Kind; readonly subject: Subject })[];
  readonly me: UserId;
  /** Whether the reader may give records to others, or take them from others. */
  readonly canAssign: boolean;
  readonly currency: string;
}

export function optionsOf(rows: readonly Named<string>[]) {
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
