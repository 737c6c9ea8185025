/** Every URL of the product. Nothing else writes one out. */
export const routes = {
  landing: () => "/",
  explained: () => "/explained",
  sample: (scenario: string, query?: Query) => url(["samples", scenario], query),

  signUp: (query?: Query) => url(["sign-up"], query),
  signIn: (query?: Query) => url(["sign-in"], query),
  invite: (token: string) => url(["invite", token]),
  reset: (token?: string) => url(token === undefined ? ["reset"] : ["reset", token]),
  verify: (token: string) => url(["verify", token]),
  signInWith: (provider: string) => url(["api", "auth", "signin", provider]),
  mailbox: (letter?: string) => url(letter === undefined ? ["mailbox"] : ["mailbox", letter]),
  welcome: (query?: Query) => url(["welcome"], query),
  account: () => "/account",

  team: (team: string, query?: Query) => url(["t", team], query),
  channel: (team: string, channel: string, query?: Query) => url(["t", team, "channels", channel], query),
  leads: (team: string, query?: Query) => url(["t", team, "leads"], query),
  lead: (team: string, lead: string, query?: Query) => url(["t", team, "leads", lead], query),
  opportunities: (team: string, query?: Query) => url(["t", team, "opportunities"], query),
  opportunity: (team: string, opportunity: string, query?: Query) =>
    url(["t", team, "opportunities", opportunity], query),
  deals: (team: string, query?: Query) => url(["t", team, "deals"], query),
  import: (team: string, query?: Query) => url(["t", team, "import"], query),
  importUpload: (team: string) => url(["t", team, "import", "upload"]),
  importRejected: (team: string, batch: string) => url(["t", team, "import", batch, "rejected"]),
  importBatch: (team: string, batch: string, query?: Query) => url(["t", team, "import", batch], query),
  sharing: (team: string, query?: Query) => url(["t", team, "sharing"], query),
  newLink: (team: string, query?: Query) => url(["t", team, "sharing", "new"], query),
  settings: (team: string, section: SettingsSection, query?: Query) => url(["t", team, "settings", section], query),
  export: (team: string, dataset: ExportDataset, query?: Query) => url(["t", team, "export", dataset], query),

  sharedReport: (token: string, query?: Query) => url(["r", token], query),
  sharedCsv: (token: string, query?: Query) => url(["r", token, "csv"], query),
  sharedImage: (token: string) => url(["r", token, "image"]),
  unlockReport: (token: string) => url(["r", token, "unlock"]),
  closedReport: (token: string) => url(["r", token, "closed"]),
  refusedReport: (token: string) => url(["r", token, "refused"]),
  seenReport: (token: string) => url(["r", token, "seen"]),
  embeddedReport: (token: string) => url(["embed", token]),
  apiDocs: () => "/api/v1/docs",
} as const;

export const SETTINGS_SECTIONS = [
  "team",
  "members",
  "stages",
  "channels",
  "lost-reasons",
  "targets",
  "api-keys",
  "data",
  "activity",
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Records with names; rates are the report's own. */
export const RECORD_DATASETS = ["leads", "opportunities", "deals", "transitions"] as const;
export type RecordDataset = (typeof RECORD_DATASETS)[number];
export type ExportDataset = RecordDataset | "rates";

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

function url(segments: readonly string[], query: Query = {}): string {
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of typeof value === "object" ? value : [value]) {
      if (one !== undefined && one !== "") search.append(key, String(one));
    }
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
