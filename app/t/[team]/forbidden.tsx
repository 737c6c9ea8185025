import { getTranslations } from "next-intl/server";
import { PageMessage } from "@/components/shell/page-message";
import { routes } from "@/lib/routes";

export default async function TeamForbidden() {
  const t = await getTranslations("errors");
  const text = t("code.forbidden");
  return <PageMessage title={t("forbiddenTitle")} text={text} href={routes.landing()} label={t("home")} />;
}
