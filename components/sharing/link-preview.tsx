import { useTranslations } from "next-intl";
import { SharedContent } from "@/components/shared-report/shared-view";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";

/** What the link would show, drawn from the very copy that would be stored: its first range, and no record of anybody. */
export function LinkPreview({ team, name, shared }: LinkPreviewProps) {
  const t = useTranslations("links");
  return (
    <section aria-label={t("previewTitle")} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 className="text-lg font-semibold">{t("previewTitle")}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-card border border-dashed border-edge p-4 sm:p-6">
        <header className="grid gap-1">
          <p className="text-muted">
            <bdi>{team}</bdi>
          </p>
          <p className="text-[1.75rem] leading-9 font-semibold tracking-tight break-words">
            <bdi>{name}</bdi>
          </p>
        </header>
        <SharedContent shared={shared} />
      </div>
    </section>
  );
}

interface LinkPreviewProps {
  readonly team: string;
  readonly name: string;
  readonly shared: SharedReport;
}
