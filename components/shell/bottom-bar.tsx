import { useTranslations } from "next-intl";
import { routes } from "@/lib/routes";
import type { AppShellProps } from "./app-shell";
import { LinkMenu } from "./link-menu";
import { NavIcon } from "./nav-icon";
import { NavLink } from "./nav-link";
import { TEAM_NAV } from "./team-nav";

const ON_BAR = 3;

export function BottomBar({ team, teams, pages, signOut }: AppShellProps) {
  const t = useTranslations("nav");
  const items = TEAM_NAV.filter(({ key }) => pages.includes(key));
  const more = [
    ...items.slice(ON_BAR).map(({ key, href }) => ({ href: href(team.slug), label: t(key) })),
    { href: routes.account(), label: t("account") },
    ...teams
      .filter(({ slug }) => slug !== team.slug)
      .map(({ slug, name }) => ({ href: routes.team(slug), label: name })),
  ];
  return (
    <nav
      aria-label={t("main")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="grid grid-cols-4">
        {items.slice(0, ON_BAR).map(({ key, href, exact }) => (
          <li key={key}>
            <NavLink href={href(team.slug)} exact={exact} className={ITEM}>
              <NavIcon name={key} />
              {t(key === "opportunities" ? "opportunitiesShort" : key)}
            </NavLink>
          </li>
        ))}
        <li>
          <LinkMenu
            place="above-bottom-bar"
            className={ITEM}
            links={more}
            action={{ label: t("signOut"), run: signOut }}
          >
            <NavIcon name="more" />
            {t("more")}
          </LinkMenu>
        </li>
      </ul>
    </nav>
  );
}

const ITEM =
  "flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current]:font-semibold aria-[current]:text-fg";
