import { useTranslations } from "next-intl";
import { cx } from "class-variance-authority";
import { htmlOf } from "@/components/ui/static-html";

/** Sentence, drawing, table: what was found comes first, and the same numbers stand in a table for whoever cannot see it. */
export function Figure({ className, ...parts }: FigureProps) {
  return (
    <figure
      data-slot="card"
      className={cx("grid min-w-0 gap-4 rounded-card border border-line bg-card p-4 sm:p-6", className)}
      dangerouslySetInnerHTML={{ __html: htmlOf(<FigureParts {...parts} />) }}
    />
  );
}

/** As one string: see `htmlOf`. */
function FigureParts({ finding, subtitle, note, table, tableTitle, children }: FigureProps) {
  const t = useTranslations("common");
  return (
    <>
      <div data-slot="drawing" className="grid min-w-0 gap-4">
        <div className="grid gap-1">
          <h2 className="text-xl leading-7 font-semibold tracking-tight">{finding}</h2>
          <p className="text-sm text-muted">{subtitle}</p>
        </div>
        {children}
        {note === undefined ? null : (
          <div className="grid max-w-prose gap-1 text-sm text-pretty text-muted">{note}</div>
        )}
      </div>
      {table === undefined ? null : (
        <details className="group/table min-w-0 text-sm">
          <summary className="link w-fit rounded-sm py-1 text-muted" data-print="hide">
            {tableTitle ?? t("showAsTable")}
          </summary>
          <div className="pt-2">{table}</div>
        </details>
      )}
    </>
  );
}

interface FigureProps {
  readonly finding: React.ReactNode;
  /** What is counted, when, and of how many. */
  readonly subtitle: React.ReactNode;
  readonly note?: React.ReactNode;
  readonly table?: React.ReactNode;
  /** What is folded away, where that is more than the same numbers. */
  readonly tableTitle?: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}
