import { routes } from "@/lib/routes";

export type NavKey = "report" | "leads" | "opportunities" | "deals" | "import" | "sharing" | "settings";

/** Where a team's pages are, in the order of the menu. The first three stand on a phone's bar. */
export const TEAM_NAV = [
  { key: "report", href: (team: string) => routes.team(team), exact: true },
  { key: "leads", href: (team: string) => routes.leads(team), exact: false },
  { key: "opportunities", href: (team: string) => routes.opportunities(team), exact: false },
  { key: "deals", href: (team: string) => routes.deals(team), exact: false },
  { key: "import", href: (team: string) => routes.import(team), exact: false },
  { key: "sharing", href: (team: string) => routes.sharing(team), exact: false },
  { key: "settings", href: (team: string) => routes.settings(team, "team"), exact: false },
] as const satisfies readonly { key: NavKey; href: (team: string) => string; exact: boolean }[];
