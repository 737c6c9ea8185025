import { getTranslations } from "next-intl/server";
import { PageMessage } from "@/components/shell/page-message";
import { routes } from "@/lib/routes";

export default async function TeamNotFound() {
  const t = await getTranslations("errors");
  return <PageMessage title={t("notFoundTitle")} text={t("notFound")} href={routes.landing()} label={t("home")} />;
}
