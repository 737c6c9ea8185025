import { useTranslations } from "next-intl";
import type { ListedLead } from "./leads-table";

/** What a reader must know before the rest: taken back, erased, put away, or dates that do not fit. */
export function LeadNotices({ lead }: { readonly lead: ListedLead & { readonly erasedAt: Date | null } }) {
  const t = useTranslations("leads");
  const notices = [
    lead.kind === null ? t("takenBack") : null,
    lead.erasedAt === null ? null : t("erased"),
    lead.archivedAt === null ? null : t("archivedNote"),
    lead.fault ? t("fault") : null,
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
