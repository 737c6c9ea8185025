import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/lib/domain/action-state";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import { formatFor } from "@/lib/i18n/format";
import { type Query, routes } from "@/lib/routes";
import { BoardMoves } from "./board-moves";
import { BoardCard, type Card } from "./board-card";

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  /** One per currency; a null currency counts those without a value. */
  readonly sums: readonly { readonly currency: string | null; readonly minor: number }[];
  readonly cards: readonly Card[];
}

export interface BoardActions {
  readonly move: FormAction<StepTaken>;
  readonly undo: FormAction<void>;
}

/** Open opportunities as headed lists, a column for each stage: side by side on a wide screen, one below another on a phone. */
export function Board({ slug, columns, carried, actions }: BoardProps) {
  const t = useTranslations("opportunities");
  return (
    <Frame
      actions={actions}
      stages={columns.map(({ id, name }) => ({ id, name }))}
      role="region"
      aria-label={t("boardLabel")}
      tabIndex={0}
      className="grid items-start gap-4 md:auto-cols-[minmax(15rem,1fr)] md:grid-flow-col md:overflow-x-auto md:pb-3"
    >
      {columns.map((column) => (
        <section
          key={column.id}
          data-column={column.id}
          aria-labelledby={`stage-${column.id}`}
          className="grid gap-3 rounded-card bg-sunken p-3"
        >
          <ColumnHead column={column} />
          <ul className="grid gap-2">
            {column.cards.map((card) => (
              <BoardCard key={card.id} slug={slug} card={card} stages={columns} actions={actions} />
            ))}
          </ul>
          {column.total > column.cards.length ? (
            <Link
              href={routes.opportunities(slug, { ...carried, layout: "list", stage: column.id })}
              className="link text-sm"
            >
              {t("more", { n: column.total - column.cards.length })}
            </Link>
          ) : null}
        </section>
      ))}
    </Frame>
  );
}

/** Only whoever may move cards gets what moves them. */
function Frame({ actions, stages, ...props }: FrameProps) {
  return actions ? <BoardMoves actions={actions} stages={stages} {...props} /> : <div {...props} />;
}

type FrameProps = React.ComponentProps<"div"> & {
  readonly actions: BoardActions | null;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
};

type BoardProps = {
  readonly slug: string;
  readonly columns: readonly Column[];
  /** The filters of the board, for the list of a whole column. */
  readonly carried: Query;
  /** Null for whoever may not move. */
  readonly actions: BoardActions | null;
};

function ColumnHead({ column }: { readonly column: Column }) {
  const t = useTranslations("opportunities");
  const format = formatFor(useLocale());
  const sums = column.sums.flatMap(({ currency, minor }) => (currency === null ? [] : [{ currency, minor }]));
  return (
    <header className="grid gap-0.5">
      <h2 id={`stage-${column.id}`} className="flex items-baseline justify-between gap-2 font-semibold">
        <span className="min-w-0 break-words">{column.name}</span>
        <span className="tabular-nums">{format.count(column.total)}</span>
      </h2>
      {sums.map((sum) => (
        <p key={sum.currency} className="text-sm text-muted tabular-nums">
          {format.money(sum)}
        </p>
      ))}
      {column.total === 0 ? <p className="text-sm text-muted">{t("emptyColumn")}</p> : null}
    </header>
  );
}
