"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Shows under which id the fault was logged, and never its message, which may hold a person's words. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations();
  return (
    <main id="content" tabIndex={-1} className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-24">
      <h1 className="text-3xl font-semibold tracking-tight">{t("errors.unexpectedTitle")}</h1>
      <p className="text-muted">{t("errors.unexpected", { id: error.digest ?? "–" })}</p>
      <Button onClick={reset}>{t("common.retry")}</Button>
    </main>
  );
}
