import type { Metadata } from "next";
import { notFound, redirect, unauthorized } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SharedShell } from "@/components/shared-report/shared-shell";
import { SharedView } from "@/components/shared-report/shared-view";
import { openShare, visitOf } from "@/lib/auth/open-share";
import { imageAddress } from "@/lib/auth/report-address";
import { routes } from "@/lib/routes";
import { readPreferences } from "../../preferences";
import { loadShared } from "./load-shared";

// A form sent without scripts says where it comes from only if the page may; nobody else is told the address.
const REFERRER = "same-origin";

export async function generateMetadata({ params }: PageProps<"/r/[token]">): Promise<Metadata> {
  const { token } = await params;
  const visit = await visitOf(token, "metadata");
  const answer = await openShare(visit, new Date(), async ({ link }) => (link.shows.nameInPreview ? link.name : null));
  if (answer.kind !== "open") return { referrer: REFERRER };
  const t = await getTranslations("shared");
  const title = answer.data ?? t("previewTitle");
  return {
    title,
    referrer: REFERRER,
    description: t("previewText"),
    openGraph: { title, description: t("previewText"), images: [imageAddress(token)] },
  };
}

export default async function SharedReportPage({ params, searchParams }: PageProps<"/r/[token]">) {
  const { token } = await params;
  const asked = await searchParams;
  const answer = await openShare(await visitOf(token, "page"), new Date(), (ctx) => loadShared(ctx, asked));
  if (answer.kind === "gone") notFound();
  if (answer.kind === "locked") unauthorized();
  if (answer.data === null) redirect(routes.refusedReport(token));
  return (
    <SharedShell preferences={await readPreferences()}>
      <SharedView token={token} {...answer.data} />
    </SharedShell>
  );
}
