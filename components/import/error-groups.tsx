import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ErrorGroup } from "@/lib/domain/import/group-errors";

/** Rows that are left out, by cause. */
export function ErrorGroups({ groups, rejected }: ErrorGroupsProps) {
  const t = useTranslations("import");
  if (groups.length === 0) return null;
  return (
    <Card className="grid gap-3">
      <h2 className="font-semibold">{t("rejectedTitle", { n: rejected })}</h2>
      <ul className="grid gap-3">
        {groups.map(({ column, code, rows, examples }) => (
          <li key={`${column} ${code}`}>
            <p>
              {column === "" ? null : <strong>{t(`field.${column}`)}: </strong>}
              {t(`code.${code}`)} <span className="text-muted">({t("rowCount", { n: rows })})</span>
            </p>
            <ul className="text-sm text-muted">
              {examples.map(({ line, value }) => (
                <li key={line}>
                  {t("row", { line })} {value === "" ? null : <bdi>«{value}»</bdi>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type ErrorGroupsProps = { readonly groups: readonly ErrorGroup[]; readonly rejected: number };
