export const WHOLE = "all";
export const scopeOf = {
  channel: (key: string | null) => `channel ${key ?? "none"}`,
  campaign: (key: string | null) => `campaign ${key ?? "none"}`,
  /** The leads of a channel that came in with no campaign. */
  noCampaign: (channel: string | null) => `no campaign of channel ${channel ?? "none"}`,
  time: (key: string | null) => `time ${key ?? "none"}`,
  channelTime: (channel: string | null, key: string | null) => `channel ${channel ?? "none"} time ${key ?? "none"}`,
  owner: (key: string | null) => `owner ${key ?? "none"}`,
};
