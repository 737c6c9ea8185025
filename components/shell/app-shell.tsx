import { AppSidebar } from "./app-sidebar";
import { BottomBar } from "./bottom-bar";
import { AppShortcuts } from "./app-shortcuts";
import type { NavKey } from "./team-nav";

export type AppShellProps = {
  readonly team: { readonly slug: string; readonly name: string };
  readonly teams: readonly { readonly slug: string; readonly name: string }[];
  readonly userName: string;
  /** The pages this role can open; the server refuses the others too. */
  readonly pages: readonly NavKey[];
  readonly canAddLead: boolean;
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly hasShortcuts: boolean;
  readonly signOut: () => Promise<void>;
};

/** The frame of a team's pages: a sidebar on wide screens, a bar at the bottom of a phone. */
export function AppShell({ children, ...props }: AppShellProps & { readonly children: React.ReactNode }) {
  return (
    <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <AppSidebar {...props} />
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-24 outline-none sm:px-6 md:pb-12 lg:px-8 print:p-0"
      >
        <div className="mx-auto max-w-6xl">{children}</div>
      </main>
      <BottomBar {...props} />
      <AppShortcuts {...props} />
    </div>
  );
}
