import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { readPreferences } from "./preferences";

export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <PublicShell preferences={await readPreferences()}>
      <div className="mx-auto grid max-w-prose justify-items-start gap-4 py-24">
        <h1 className="text-3xl font-semibold tracking-tight">{t("notFoundTitle")}</h1>
        <p className="text-muted">{t("notFound")}</p>
        <Button asChild>
          <Link href={routes.landing()}>{t("home")}</Link>
        </Button>
      </div>
    </PublicShell>
  );
}
