import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeyForm } from "@/components/settings/api-key-form";
import { ApiKeys } from "@/components/settings/api-keys";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import * as actions from "./actions";
import { loadKeys } from "./load-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("api-keys") };
}

export default async function ApiKeysPage({ params }: PageProps<"/t/[team]/settings/api-keys">) {
  const { team } = await params;
  const { keys, timeZone } = await openTeam(team, "key:list", loadKeys);
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("settings.api-keys")} description={t("apiKeys.lead")} />
      <div className="grid gap-6">
        <p>
          <a className="link" href={routes.apiDocs()}>
            {t("apiKeys.docs")}
          </a>
        </p>
        <ApiKeyForm action={actions.createApiKeyAction.bind(null, team)} />
        <ApiKeys keys={keys} timeZone={timeZone} revoke={actions.revokeApiKeyAction.bind(null, team)} />
      </div>
    </>
  );
}
