import { signOut } from "@/app/(account)/sign-out";
import { hasShortcuts, readPreferences } from "@/app/preferences";
import { AppShell } from "@/components/shell/app-shell";
import { PublicShell } from "@/components/shell/public-shell";
import type { NavKey } from "@/components/shell/team-nav";
import { can, canInTeam, type Capability } from "@/lib/domain/permissions";
import { readFrame } from "./own-teams";

export default async function TeamLayout({ params, children }: LayoutProps<"/t/[team]">) {
  const frame = await readFrame((await params).team);
  // Whoever is no member gets the page's own answer, in the frame of a stranger.
  if (frame === null) return <PublicShell preferences={await readPreferences()}>{children}</PublicShell>;
  const { user, teams, team, role, sharing } = frame;
  return (
    <AppShell
      team={{ slug: team.slug, name: team.name }}
      teams={teams.map(({ slug, name }) => ({ slug, name }))}
      userName={user.name}
      pages={PAGES.flatMap(([page, needs]) => (canInTeam(role, needs, sharing) ? [page] : []))}
      canAddLead={can(role, "lead:create")}
      hasShortcuts={await hasShortcuts()}
      signOut={signOut}
    >
      {children}
    </AppShell>
  );
}

const PAGES: readonly (readonly [page: NavKey, needs: Capability])[] = [
  ["report", "report:read"],
  ["leads", "lead:read"],
  ["opportunities", "opportunity:read"],
  ["deals", "deal:read"],
  ["import", "import:run"],
  ["sharing", "link:list"],
  ["settings", "settings:read"],
];
