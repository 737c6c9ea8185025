import { Hourglass } from "@/components/ui/icons";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import type { BoardActions } from "./board";
import { MoveMenu } from "./move-menu";

export interface Card {
  readonly id: string;
  readonly version: number;
  readonly name: string | null;
  readonly stageId: string | null;
  readonly leadId: string | null;
  readonly lead: string | null;
  readonly owner: string | null;
  readonly expectedMinor: number | null;
  readonly currency: string | null;
  readonly daysInStage: number | null;
  /** Longer than usual in this team. */
  readonly isSlow: boolean;
  readonly fault: boolean;
}

export function BoardCard({ slug, card, stages, actions }: BoardCardProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { expectedMinor, currency } = card;
  const value = expectedMinor === null || currency === null ? null : { minor: expectedMinor, currency };
  return (
    <li
      className="grid gap-1 rounded-card border border-line bg-card p-3 aria-busy:opacity-55"
      draggable={actions ? true : undefined}
      aria-keyshortcuts={actions ? "Shift+ArrowLeft Shift+ArrowRight" : undefined}
      data-card={card.id}
      data-version={card.version}
      data-stage={card.stageId}
      data-name={card.name ?? ""}
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link href={routes.opportunity(slug, card.id)} className="link min-w-0 font-medium break-words">
          {card.name ?? t("leads.erasedName")}
        </Link>
        <span className="tabular-nums">{value === null ? t("opportunities.noValue") : format.money(value)}</span>
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {card.leadId === null ? (
          <span>{t("terms.noLead")}</span>
        ) : (
          <Link href={routes.lead(slug, card.leadId)} className="link min-w-0 break-words">
            {card.lead ?? t("leads.erasedName")}
          </Link>
        )}
        <span>{card.owner ?? t("terms.nobody")}</span>
        <Days card={card} />
        {card.fault ? <Badge tone="danger">{t("leads.faultShort")}</Badge> : null}
      </p>
      {actions ? <MoveMenu slug={slug} card={card} stages={stages} {...actions} /> : null}
    </li>
  );
}

/** How long it has stood there; longer than three in four of the team's need is marked, in words and by a sign. */
function Days({ card: { daysInStage, isSlow } }: Pick<BoardCardProps, "card">) {
  const t = useTranslations("opportunities");
  if (daysInStage === null) return null;
  if (!isSlow) return <span>{t("daysInStage", { d: daysInStage })}</span>;
  return (
    <span className="inline-flex items-center gap-1 font-medium text-fg">
      <Hourglass aria-hidden className="size-3.5" />
      {t("daysSlow", { d: daysInStage })}
    </span>
  );
}

type BoardCardProps = {
  readonly slug: string;
  readonly card: Card;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly actions: BoardActions | null;
};
