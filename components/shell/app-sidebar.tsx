import { ChevronsUpDown, CircleUserRound, Plus } from "@/components/ui/icons";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { routes } from "@/lib/routes";
import type { AppShellProps } from "./app-shell";
import { LinkMenu } from "./link-menu";
import { newLeadHref } from "./new-lead";
import { NavIcon } from "./nav-icon";
import { NavLink } from "./nav-link";
import { PaletteButton } from "./palette-button";
import { TEAM_NAV } from "./team-nav";

export function AppSidebar({ team, teams, userName, pages, canAddLead, hasShortcuts, signOut }: AppShellProps) {
  const t = useTranslations("nav");
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line bg-sunken p-3 md:flex print:hidden">
      <TeamSwitch team={team} teams={teams} />
      {canAddLead ? (
        <Button asChild tone="primary">
          <Link href={newLeadHref(team.slug)} aria-keyshortcuts={hasShortcuts ? "n" : undefined}>
            <Plus aria-hidden />
            {t("newLead")}
            {hasShortcuts ? (
              <Kbd aria-hidden className="ml-auto">
                N
              </Kbd>
            ) : null}
          </Link>
        </Button>
      ) : null}
      <PaletteButton>{t("search")}</PaletteButton>
      <nav aria-label={t("main")}>
        <ul className="grid gap-0.5">
          {TEAM_NAV.filter(({ key }) => pages.includes(key)).map(({ key, href, exact }) => (
            <li key={key}>
              <NavLink href={href(team.slug)} exact={exact} className={ITEM}>
                <NavIcon name={key} />
                {t(key)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <LinkMenu
        place="above-sidebar-end"
        className="mt-auto flex min-h-10 w-full items-center gap-2.5 rounded-control px-2.5 text-left hover:bg-open"
        links={[{ href: routes.account(), label: t("account") }]}
        action={{ label: t("signOut"), run: signOut }}
      >
        <CircleUserRound aria-hidden className="size-4.5 shrink-0" />
        <span className="min-w-0 flex-1 truncate">{userName}</span>
        <span className="sr-only">{t("userMenu")}</span>
      </LinkMenu>
    </header>
  );
}

function TeamSwitch({ team, teams }: Pick<AppShellProps, "team" | "teams">) {
  const t = useTranslations("nav");
  const links = teams.map(({ slug, name }) => ({
    href: routes.team(slug),
    label: name,
    isCurrent: slug === team.slug,
  }));
  return (
    <LinkMenu
      place="below-sidebar-top"
      className="flex min-h-10 w-full items-center gap-2 rounded-control px-2.5 text-left font-semibold hover:bg-open"
      heading={t("teams")}
      links={[...links, { href: routes.welcome(), label: t("newTeam") }]}
    >
      <span className="min-w-0 flex-1 truncate">{team.name}</span>
      <span className="sr-only">{t("switchTeam")}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
    </LinkMenu>
  );
}

const ITEM =
  "flex min-h-9 items-center gap-2.5 rounded-control px-2.5 text-muted hover:bg-open hover:text-fg aria-[current]:bg-open aria-[current]:font-medium aria-[current]:text-fg";
