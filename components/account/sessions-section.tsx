import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardTitle } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/domain/action-state";
import { deviceOf } from "./device-of";

export function SessionsSection({ sessions, now, end }: SessionsSectionProps) {
  const t = useTranslations();
  const ago = (moment: Date) => t("common.ago", { n: Math.floor((now.getTime() - moment.getTime()) / DAY_MS) });
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("account.sessions")}</CardTitle>
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
            <div className="grid">
              <span className="flex flex-wrap items-center gap-2">
                <SessionName userAgent={session.userAgent} />
                {session.isHere ? <Badge>{t("account.sessionHere")}</Badge> : null}
              </span>
              <span className="text-sm text-muted">
                {t("account.sessionStarted", { t: ago(session.createdAt) })} ·{" "}
                {t("account.sessionSeen", { t: ago(session.lastSeenAt) })}
              </span>
            </div>
            {session.isHere ? null : <EndSession id={session.id} end={end} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

function SessionName({ userAgent }: { readonly userAgent: string | null }) {
  const t = useTranslations("account");
  const device = deviceOf(userAgent ?? "");
  return device === null ? t("sessionUnknown") : t("sessionOn", device);
}

function EndSession({ id, end }: { readonly id: string; readonly end: FormAction<void> }) {
  const t = useTranslations("account");
  return (
    <ActionForm action={end} className="grid gap-2">
      <input type="hidden" name="session" value={id} />
      <SubmitButton tone="secondary" size="sm">
        {t("sessionEnd")}
      </SubmitButton>
      <ErrorSummary />
    </ActionForm>
  );
}

type SessionsSectionProps = {
  readonly sessions: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly lastSeenAt: Date;
    readonly userAgent: string | null;
    readonly isHere: boolean;
  }[];
  readonly now: Date;
  readonly end: FormAction<void>;
};
