import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { routes } from "@/lib/routes";

export interface Ids {
  readonly slug: string;
  readonly lead: string;
  readonly opportunity: string;
  readonly batch: string;
  readonly channel: string;
}

type Address = (ids: Ids) => string;

/** Every page of a team, by its file. */
export const TEAM_PAGES: Readonly<Record<string, Address>> = {
  "t/[team]/page.tsx": ({ slug }) => routes.team(slug),
  "t/[team]/channels/[channel]/page.tsx": ({ slug, channel }) => routes.channel(slug, channel),
  "t/[team]/leads/page.tsx": ({ slug }) => routes.leads(slug),
  "t/[team]/leads/[lead]/page.tsx": ({ slug, lead }) => routes.lead(slug, lead),
  "t/[team]/opportunities/page.tsx": ({ slug }) => routes.opportunities(slug),
  "t/[team]/opportunities/[opportunity]/page.tsx": ({ slug, opportunity }) => routes.opportunity(slug, opportunity),
  "t/[team]/deals/page.tsx": ({ slug }) => routes.deals(slug),
  "t/[team]/import/page.tsx": ({ slug }) => routes.import(slug),
  "t/[team]/import/[batch]/page.tsx": ({ slug, batch }) => routes.importBatch(slug, batch),
  "t/[team]/sharing/page.tsx": ({ slug }) => routes.sharing(slug),
  "t/[team]/sharing/new/page.tsx": ({ slug }) => routes.newLink(slug),
  "t/[team]/settings/page.tsx": ({ slug }) => routes.settings(slug, "team").replace(/\/team$/, ""),
  "t/[team]/settings/team/page.tsx": ({ slug }) => routes.settings(slug, "team"),
  "t/[team]/settings/members/page.tsx": ({ slug }) => routes.settings(slug, "members"),
  "t/[team]/settings/stages/page.tsx": ({ slug }) => routes.settings(slug, "stages"),
  "t/[team]/settings/channels/page.tsx": ({ slug }) => routes.settings(slug, "channels"),
  "t/[team]/settings/lost-reasons/page.tsx": ({ slug }) => routes.settings(slug, "lost-reasons"),
  "t/[team]/settings/targets/page.tsx": ({ slug }) => routes.settings(slug, "targets"),
  "t/[team]/settings/api-keys/page.tsx": ({ slug }) => routes.settings(slug, "api-keys"),
  "t/[team]/settings/activity/page.tsx": ({ slug }) => routes.settings(slug, "activity"),
};

/** Every route of a team that answers a GET, and those that take a POST. */
export const TEAM_DOWNLOADS: Readonly<Record<string, Address>> = {
  "t/[team]/export/[dataset]/route.ts": ({ slug }) => routes.export(slug, "leads"),
  "t/[team]/import/[batch]/rejected/route.ts": ({ slug, batch }) => routes.importRejected(slug, batch),
};
export const TEAM_UPLOADS: Readonly<Record<string, Address>> = {
  "t/[team]/import/upload/route.ts": ({ slug }) => routes.importUpload(slug),
};

/** Every page that is no team's. Links of letters are dead ones here. */
export const OTHER_PAGES: Readonly<Record<string, string>> = {
  "page.tsx": routes.landing(),
  "explained/page.tsx": routes.explained(),
  "samples/[scenario]/page.tsx": routes.sample("agency"),
  "(account)/sign-up/page.tsx": routes.signUp(),
  "(account)/sign-in/page.tsx": routes.signIn(),
  "(account)/reset/page.tsx": routes.reset(),
  "(account)/reset/[token]/page.tsx": routes.reset("a".repeat(43)),
  "(account)/verify/[token]/page.tsx": routes.verify("a".repeat(43)),
  "(account)/invite/[token]/page.tsx": routes.invite("a".repeat(43)),
  "(account)/mailbox/page.tsx": routes.mailbox(),
  "(account)/mailbox/[letter]/page.tsx": routes.mailbox("01a211c7-a048-7d09-9d36-e6d840ff960f"),
  "(account)/welcome/page.tsx": routes.welcome(),
  "(account)/account/page.tsx": routes.account(),
};

/** What is under a report link: how it is asked, and what it answers with where the link is open. */
export interface SharedRoute {
  readonly address: (token: string) => string;
  readonly method: "GET" | "POST";
  readonly opens: number;
  readonly form?: Readonly<Record<string, string>>;
  /** Where a surface is not for every link: which of its states it finds otherwise. */
  readonly finds?: (state: { readonly proof?: string; readonly finds: SharedFinding }) => SharedFinding;
}
export type SharedFinding = "open" | "locked" | "gone";

/** Every route under a report link. One without a row here fails the list. */
export const SHARED_ROUTES: Readonly<Record<string, SharedRoute>> = {
  "r/[token]/page.tsx": { address: (token) => routes.sharedReport(token), method: "GET", opens: 200 },
  "r/[token]/closed/route.ts": {
    ...{ address: (token) => routes.closedReport(token), method: "GET", opens: 404 },
  },
  "r/[token]/csv/route.ts": { address: (token) => routes.sharedCsv(token), method: "GET", opens: 200 },
  "r/[token]/refused/route.ts": { address: (token) => routes.refusedReport(token), method: "GET", opens: 400 },
  "r/[token]/seen/route.ts": { address: (token) => routes.seenReport(token), method: "POST", opens: 204 },
  // Only a link with a password takes one; a wrong one leads back to where it is asked for, whoever is in already.
  "r/[token]/unlock/route.ts": {
    ...{
      address: (token) => routes.unlockReport(token),
      method: "POST",
      opens: 303,
      form: { password: "a wrong one" },
    },
    finds: ({ proof, finds }) => (finds === "locked" || (finds === "open" && proof !== undefined) ? "open" : "gone"),
  },
  "r/[token]/image/route.tsx": { address: (token) => routes.sharedImage(token), method: "GET", opens: 200 },
  // A frame has neither cookie nor form, so nothing with a password is in one.
  "embed/[token]/route.ts": {
    ...{ address: (token) => routes.embeddedReport(token), method: "GET", opens: 200 },
    finds: ({ proof, finds }) => (finds === "open" && proof === undefined ? "open" : "gone"),
  },
};

/** Routes that hold nothing of a team. */
export const OTHER_ROUTES = [
  "api/auth/[...nextauth]/route.ts",
  "api/livez/route.ts",
  "api/readyz/route.ts",
  "api/v1/docs/route.ts",
  "api/v1/docs/style/route.ts",
  "api/v1/openapi.json/route.ts",
] as const;

/** Routes that open to a key of the API alone, and to no cookie; `app/api/v1` tests each with every kind of key. */
export const API_ROUTES = [
  "api/v1/campaigns/route.ts",
  "api/v1/channels/route.ts",
  "api/v1/deals/route.ts",
  "api/v1/imports/[id]/undo/route.ts",
  "api/v1/imports/route.ts",
  "api/v1/leads/[id]/opportunities/route.ts",
  "api/v1/leads/[id]/route.ts",
  "api/v1/leads/[id]/transitions/route.ts",
  "api/v1/leads/route.ts",
  "api/v1/lost-reasons/route.ts",
  "api/v1/opportunities/[id]/route.ts",
  "api/v1/opportunities/[id]/transitions/route.ts",
  "api/v1/opportunities/route.ts",
  "api/v1/rates/route.ts",
  "api/v1/stages/route.ts",
  "api/v1/transitions/[id]/undo/route.ts",
  "api/v1/transitions/route.ts",
] as const;

/** The files of the app folder that answer at an address. */
export function entranceFiles(): readonly string[] {
  return readdirSync(resolve("app"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(^|\/)(page|route|opengraph-image|twitter-image|sitemap|robots|manifest)\.tsx?$/.test(path))
    .toSorted();
}
