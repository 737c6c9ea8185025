import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import type { FormAction } from "@/lib/domain/action-state";
import type { ExcludedAs, Subject } from "@/lib/domain/pipeline/kinds";
import type { TransitionFault } from "@/lib/domain/pipeline/transition";
import { formatFor } from "@/lib/i18n/format";
import { UndoButton } from "./undo-button";

/** One row of a record's log, with names. */
export interface TimelineEntry {
  readonly id: string;
  readonly subject: Subject;
  readonly opportunityName: string | null;
  readonly actorKind: "user" | "key" | "system";
  readonly actorName: string | null;
  readonly fromStageId: string | null;
  readonly fromStage: string | null;
  readonly toStageId: string | null;
  readonly toStage: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly lostReason: string | null;
  readonly excludedAs: ExcludedAs | null;
  readonly occurredAt: Date | null;
  readonly occurredOn: string | null;
  readonly dateOnly: boolean;
  readonly recordedAt: Date;
  readonly undoesId: string | null;
  readonly causeId: string | null;
  readonly batchId: string | null;
  readonly fault: TransitionFault | null;
  readonly undone: boolean;
  readonly canUndo: boolean;
}

/** What happened to a record, latest recorded first. Without `undo` nothing can be undone here. */
export function Timeline({ entries, timeZone, undo }: TimelineProps) {
  const t = useTranslations("timeline");
  return (
    <ol aria-label={t("title")} className="grid gap-0">
      {entries.toReversed().map((entry) => (
        <li key={entry.id} className="grid gap-1 border-b border-grid py-3 last:border-0">
          <What entry={entry} />
          <When entry={entry} timeZone={timeZone} />
          {undo && entry.canUndo ? <Undo entry={entry} action={undo} /> : null}
        </li>
      ))}
    </ol>
  );
}

type TimelineProps = {
  readonly entries: readonly TimelineEntry[];
  readonly timeZone: string;
  readonly undo: FormAction<void> | null;
};

function What({ entry }: { readonly entry: TimelineEntry }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className={entry.undone ? "line-through decoration-1" : "font-medium"}>{useSentence(entry)}</span>
      {entry.opportunityName === null ? null : <span className="text-muted">{entry.opportunityName}</span>}
      {entry.lostReason === null ? null : <span>{t("timeline.lostReason", { r: entry.lostReason })}</span>}
      {entry.excludedAs === null ? null : (
        <span>{t("timeline.excludedAs", { r: t(`leads.excludedAs.${entry.excludedAs}`) })}</span>
      )}
      {entry.undone ? <Badge tone="dashed">{t("timeline.undone")}</Badge> : null}
      {entry.causeId === null ? null : <Badge>{t("timeline.consequence")}</Badge>}
      {entry.fault === null ? null : (
        <Badge tone="danger">{t(`timeline.faults.${entry.subject}.${entry.fault}`)}</Badge>
      )}
    </p>
  );
}

function useSentence(entry: TimelineEntry): string {
  const t = useTranslations("timeline");
  const { fromStageId, toStageId, undoesId } = entry;
  const from = entry.fromStage ?? "–";
  const to = entry.toStage ?? "–";
  if (undoesId !== null) return toStageId === null ? t("undoesFirst") : t("undoes", { from, to });
  if (fromStageId === null) return entry.subject === "lead" ? t("cameIn", { to }) : t("opened", { to });
  if (fromStageId !== toStageId) return t("moved", { from, to });
  const credit = [entry.channel, entry.campaign, entry.owner].filter((name) => name !== null);
  return t("credit", { credit: credit.join(", ") || "–" });
}

function When({ entry, timeZone }: { readonly entry: TimelineEntry; readonly timeZone: string }) {
  const t = useTranslations("timeline");
  const format = formatFor(useLocale());
  const { occurredAt, occurredOn, dateOnly } = entry;
  const happened =
    occurredAt === null || occurredOn === null
      ? t("unknownDate")
      : dateOnly
        ? format.date(occurredOn)
        : format.moment(occurredAt, timeZone);
  const who = entry.actorKind === "user" ? (entry.actorName ?? "–") : t(entry.actorKind);
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
      <Fact term={t("who")}>{entry.batchId === null ? who : `${who}, ${t("imported")}`}</Fact>
      <Fact term={t("happened")}>{happened}</Fact>
      <Fact term={t("recorded")}>{format.moment(entry.recordedAt, timeZone)}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex gap-1">
      <dt>{term}</dt>
      <dd className="text-fg">{children}</dd>
    </div>
  );
}

function Undo({ entry, action }: { readonly entry: TimelineEntry; readonly action: FormAction<void> }) {
  const t = useTranslations("timeline");
  return (
    <ActionForm action={action} className="grid gap-2">
      <input type="hidden" name="id" value={entry.id} />
      <UndoButton label={t("undo")} fullLabel={t("undoLabel", { what: useSentence(entry) })} />
    </ActionForm>
  );
}
