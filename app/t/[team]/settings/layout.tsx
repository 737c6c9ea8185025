import { getTranslations } from "next-intl/server";
import { SectionNav } from "@/components/shell/section-nav";
import { type Capability, can } from "@/lib/domain/permissions";
import { routes, type SettingsSection } from "@/lib/routes";
import { readFrame } from "../own-teams";

export default async function SettingsLayout({ params, children }: LayoutProps<"/t/[team]/settings">) {
  const { team } = await params;
  const frame = await readFrame(team);
  if (frame === null) return children;
  const t = await getTranslations("settings");
  const items = SECTIONS.filter(([, needs]) => can(frame.role, needs)).map(([section]) => ({
    href: routes.settings(team, section),
    label: t(section),
  }));
  return (
    <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <SectionNav label={t("sections")} items={items} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}

const SECTIONS: readonly (readonly [section: SettingsSection, needs: Capability])[] = [
  ["team", "settings:read"],
  ["members", "member:list"],
  ["stages", "settings:read"],
  ["channels", "settings:read"],
  ["lost-reasons", "settings:read"],
  ["targets", "settings:read"],
  ["api-keys", "key:list"],
  ["activity", "activity:read"],
];
