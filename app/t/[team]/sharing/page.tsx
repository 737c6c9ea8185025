import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LinkList } from "@/components/sharing/link-list";
import { SharingSwitch } from "@/components/sharing/sharing-switch";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import * as actions from "./actions";
import { loadLinks } from "./load-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sharing"))("title") };
}

export default async function SharingPage({ params }: PageProps<"/t/[team]/sharing">) {
  const { team } = await params;
  const { links, timeZone, sharing, mayMake, maySwitch } = await openTeam(team, "link:list", loadLinks);
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("sharing.title")} description={t("links.lead")}>
        {mayMake ? (
          <Button asChild tone="primary">
            <Link href={routes.newLink(team)}>{t("sharing.newLink")}</Link>
          </Button>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        <LinkList
          {...{ links, timeZone }}
          actions={{
            copy: actions.copyLinkAction.bind(null, team),
            refresh: actions.refreshLinkAction.bind(null, team),
            changePassword: actions.changeLinkPasswordAction.bind(null, team),
            rotate: actions.rotateLinkAction.bind(null, team),
            revoke: actions.revokeLinkAction.bind(null, team),
          }}
        />
        {maySwitch ? <SharingSwitch sharing={sharing} action={actions.switchSharingAction.bind(null, team)} /> : null}
      </div>
    </>
  );
}
