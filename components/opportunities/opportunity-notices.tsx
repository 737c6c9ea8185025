import { useTranslations } from "next-intl";
import type { ListedOpportunity } from "./opportunities-table";

/** What a reader must know before the rest: taken back, erased, put away, or dates that do not fit. */
export function OpportunityNotices({ opportunity }: OpportunityNoticesProps) {
  const t = useTranslations();
  const notices = [
    opportunity.kind === null ? t("opportunities.takenBack") : null,
    opportunity.erasedAt === null ? null : t("leads.erased"),
    opportunity.archivedAt === null ? null : t("opportunities.archivedNote"),
    opportunity.fault ? t("opportunities.fault") : null,
  ].filter((notice) => notice !== null);
  if (notices.length === 0) return null;
  return (
    <ul className="mb-5 grid gap-2">
      {notices.map((notice) => (
        <li key={notice} className="rounded-card border border-edge bg-sunken px-4 py-3">
          {notice}
        </li>
      ))}
    </ul>
  );
}

type OpportunityNoticesProps = { readonly opportunity: ListedOpportunity & { readonly erasedAt: Date | null } };
