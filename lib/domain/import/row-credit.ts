import { fold } from "@/lib/domain/fold";
import type { ChannelId, OpportunityId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { creditAnew } from "@/lib/domain/pipeline/commands/credit";
import type { Credit } from "@/lib/domain/pipeline/transition";
import type { Desk } from "./desk";
import { decided, type Draft, isProblem, type NewChannel, type Problem } from "./draft";
import type { PlanTools } from "./plan-tools";
import type { RowValues } from "./read-row";

// More than these in one file are not channels: the wrong column was chosen.
const NEW_CHANNELS_MAX = 200;
// As many as the lists show: a channel beyond would have a row without its name.
const CHANNELS_MAX = 2000;

/** How many channels a file may make in a team that has so many, archived ones too. */
export function newChannelsMost(channels: number): number {
  return Math.max(0, Math.min(NEW_CHANNELS_MAX, CHANNELS_MAX - channels));
}

/** Whom the row credits: its own cells, and for what it leaves blank that which is there. A new channel comes along. */
export function readCredit(
  values: RowValues,
  before: Credit,
  desk: Desk,
  tools: PlanTools,
): { readonly credit: Credit; readonly channels: readonly NewChannel[] } | Problem {
  const channel = readChannel(values.channel, desk, tools);
  if (isProblem(channel)) return channel;
  const ownerId = values.owner === undefined ? before.ownerId : tools.names.owner(values.owner);
  if (values.owner !== undefined && ownerId === null) return { column: "owner", code: "unknown-owner" };
  const { id: channelId, made: channels } = channel;
  if (values.campaign === undefined) {
    const isNew = channelId !== null && channelId !== before.channelId;
    const kept = isNew ? { channelId, campaignId: null } : before;
    return { credit: { channelId: kept.channelId, campaignId: kept.campaignId, ownerId }, channels };
  }
  const campaign = tools.names.campaign(values.campaign, channelId ?? before.channelId);
  if (!campaign) return { column: "campaign", code: "unknown-campaign" };
  return { credit: { channelId: campaign.channelId, campaignId: campaign.id, ownerId }, channels };
}

/** Credits a record that is there anew, from now on. */
export function creditStep(values: RowValues, opportunityId: OpportunityId | null, desk: Desk, tools: PlanTools) {
  return (draft: Draft): Draft | Problem => {
    const state = stateOf(draft.file);
    const before = opportunityId === null ? state.lead : state.opportunities.get(opportunityId);
    if (!before) return { column: "external_id", code: "gone" };
    const read = readCredit(values, before, desk, tools);
    if (isProblem(read)) return read;
    const { credit, channels } = read;
    const isOthers = before.ownerId !== null && before.ownerId !== tools.userId;
    if (credit.ownerId !== before.ownerId && isOthers && !tools.mayReassign) {
      return { column: "owner", code: "other-owner" };
    }
    const decision = creditAnew(draft.file, { opportunityId }, { credit, when: tools.now }, tools.recording);
    return decided({ ...draft, channels: [...draft.channels, ...channels] }, decision, "channel");
  };
}

function readChannel(
  name: string | undefined,
  desk: Desk,
  tools: PlanTools,
): { readonly id: ChannelId | null; readonly made: readonly NewChannel[] } | Problem {
  if (name === undefined) return { id: null, made: [] };
  const known = tools.names.channel(name) ?? desk.newChannel(name)?.id;
  if (known) return { id: known, made: [] };
  if (tools.unknownChannels === "reject" || desk.newChannelCount() >= tools.newChannelsMost) {
    return { column: "channel", code: "unknown-channel" };
  }
  const made = { id: tools.newId<ChannelId>(), name, nameNorm: fold(name) };
  return { id: made.id, made: [made] };
}
