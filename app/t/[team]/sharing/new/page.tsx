import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContentForm } from "@/components/sharing/content-form";
import { LinkPreview } from "@/components/sharing/link-preview";
import { PreviewedContent, PreviewedDraft } from "@/components/sharing/previewed";
import { PublishForm } from "@/components/sharing/publish-form";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardTitle } from "@/components/ui/card";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import { makeLinkAction } from "../actions";
import { loadDraft } from "./load-draft";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sharing"))("newLink") };
}

export default async function NewLinkPage({ params, searchParams }: PageProps<"/t/[team]/sharing/new">) {
  const { team } = await params;
  const asked = await searchParams;
  const t = await getTranslations();
  const draft = await openTeam(team, "link:create", (ctx) => loadDraft(ctx, asked, t("links.defaultName")));
  const { link, isRefused, mayEmbed, emailConfirmed, shared } = draft;
  return (
    <>
      <PageHeader
        title={t("sharing.newLink")}
        breadcrumb={[{ href: routes.sharing(team), label: t("sharing.title") }]}
        description={t("links.draftLead")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {emailConfirmed ? null : <p role="status">{t("errors.code.email-unconfirmed")}</p>}
        {isRefused ? <p role="status">{t("links.refused")}</p> : null}
        <PreviewedDraft>
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
            <Card className="grid gap-4">
              <CardTitle>{t("links.content")}</CardTitle>
              <PreviewedContent>
                <ContentForm slug={team} link={link} />
              </PreviewedContent>
            </Card>
            <Card className="grid gap-4">
              <CardTitle>{t("links.publish")}</CardTitle>
              <PublishForm
                key={JSON.stringify(link)}
                {...{ slug: team, link, mayEmbed }}
                action={makeLinkAction.bind(null, team)}
              />
            </Card>
          </div>
        </PreviewedDraft>
        {shared === null ? null : <LinkPreview team={draft.team} name={link.name} shared={shared} />}
      </div>
    </>
  );
}
