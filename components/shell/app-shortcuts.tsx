import { useTranslations } from "next-intl";
import { routes, type SettingsSection } from "@/lib/routes";
import type { AppShellProps } from "./app-shell";
import { destinationsIn } from "./destinations";
import { newLeadHref, newOpportunityHref } from "./new-lead";
import { Shortcuts } from "./shortcuts";
import { TEAM_NAV } from "./team-nav";

/** Where the palette can lead this reader, in their language. */
export function AppShortcuts({ team, teams, pages, canAddLead, hasShortcuts }: AppShellProps) {
  const t = useTranslations();
  const { slug } = team;
  const items = [
    ...(canAddLead
      ? [
          { label: t("nav.newLead"), href: newLeadHref(slug) },
          { label: t("opportunities.new"), href: newOpportunityHref(slug) },
        ]
      : []),
    ...TEAM_NAV.filter(({ key }) => pages.includes(key)).map(({ key, href }) => ({
      label: t(`nav.${key}`),
      href: href(slug),
    })),
    ...SECTIONS.map((section) => ({
      label: t("keys.inSettings", { section: t(`settings.${section}`) }),
      href: routes.settings(slug, section),
    })),
    { label: t("nav.account"), href: routes.account() },
    ...teams
      .filter((one) => one.slug !== slug)
      .map((one) => ({ label: t("keys.toTeam", { name: one.name }), href: routes.team(one.slug) })),
  ];
  const searchWords = { leads: t("nav.leads"), opportunities: t("nav.opportunities") };
  return (
    <Shortcuts
      team={slug}
      destinations={hasShortcuts ? destinationsIn(slug) : null}
      items={items}
      searchWords={searchWords}
    />
  );
}

/** Those that every reader of the settings may open. */
const SECTIONS = [
  "team",
  "members",
  "stages",
  "channels",
  "lost-reasons",
  "targets",
] as const satisfies readonly SettingsSection[];
