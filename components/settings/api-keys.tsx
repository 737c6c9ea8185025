import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { FormAction } from "@/lib/domain/action-state";
import type { KeyEnd, KeyScope } from "@/lib/domain/api-keys/api-key";
import { formatFor } from "@/lib/i18n/format";

/** The team's keys, ended ones too; never a key itself. */
export function ApiKeys({ keys, timeZone, revoke }: ApiKeysProps) {
  const t = useTranslations("apiKeys");
  const format = formatFor(useLocale());
  if (keys.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <Table label={t("table")}>
      <TableHeader>
        <TableRow>
          {(["name", "scope", "made", "used", "state"] as const).map((column) => (
            <TableHead key={column}>{t(column)}</TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell>
              <bdi>{key.name}</bdi> <span className="text-sm text-muted">…{key.hint}</span>
            </TableCell>
            <TableCell>{t(key.scope)}</TableCell>
            <TableCell>{t("by", { date: format.dateOf(key.createdAt, timeZone), who: key.by })}</TableCell>
            <TableCell>{key.lastUsedOn === null ? t("never") : format.date(key.lastUsedOn)}</TableCell>
            <TableCell>
              <KeyState apiKey={key} timeZone={timeZone} />
              {key.end === "revoked" ? null : (
                <ActionForm action={revoke}>
                  <input type="hidden" name="id" value={key.id} />
                  <SubmitButton tone="ghost" size="sm" aria-label={t("revokeOf", { name: key.name })}>
                    {t("revoke")}
                  </SubmitButton>
                  <ErrorSummary />
                </ActionForm>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function KeyState({ apiKey, timeZone }: { readonly apiKey: ShownKey; readonly timeZone: string }) {
  const t = useTranslations("apiKeys");
  const format = formatFor(useLocale());
  const dated = (at: Date | null) => ({ date: at === null ? "" : format.dateOf(at, timeZone) });
  switch (apiKey.end) {
    case "revoked":
      return t("revoked", dated(apiKey.revokedAt));
    case "expired":
      return t("expired", dated(apiKey.expiresAt));
    case "maker":
      return t("maker");
    case null:
      return apiKey.expiresAt === null ? t("live") : t("liveUntil", dated(apiKey.expiresAt));
  }
}

type ShownKey = {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scope: KeyScope;
  readonly by: string;
  readonly end: KeyEnd | null;
  readonly lastUsedOn: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
};
type ApiKeysProps = {
  readonly keys: readonly ShownKey[];
  readonly timeZone: string;
  readonly revoke: FormAction<void>;
};
