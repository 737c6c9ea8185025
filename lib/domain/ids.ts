/** A UUID that knows what it identifies: a lead's id cannot be passed where a team's is wanted. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export type TeamId = Id<"team">;
export type UserId = Id<"user">;
export type SessionId = Id<"session">;
export type StageId = Id<"stage">;
export type ChannelId = Id<"channel">;
export type CampaignId = Id<"campaign">;
export type LostReasonId = Id<"lost-reason">;
export type LeadId = Id<"lead">;
export type OpportunityId = Id<"opportunity">;
export type DealId = Id<"deal">;
export type TransitionId = Id<"transition">;
export type InvitationId = Id<"invitation">;
export type SavedViewId = Id<"saved-view">;
export type ApiKeyId = Id<"api-key">;
export type ImportBatchId = Id<"import-batch">;
export type ReportLinkId = Id<"report-link">;
/** One drawn form, so that it is recorded once however often it is sent. */
export type SendingId = Id<"sending">;

/** Holds because the caller parsed it as a UUID at the door, made it with `newId`, or read it from an id column. */
export function asId<T extends Id<string>>(id: string): T {
  return id as T;
}
