import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { FormAction } from "@/lib/domain/action-state";
import type { TargetMetric } from "@/lib/domain/targets";
import { formatFor } from "@/lib/i18n/format";
import { TargetForm } from "./target-form";

export function Targets({ targets, channels, actions }: TargetsProps) {
  const t = useTranslations("settings");
  return (
    <div className="grid gap-6">
      {targets.length === 0 ? (
        <EmptyState title={t("noTargets")} />
      ) : (
        <Table label={t("targets")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("metric")}</TableHead>
              <TableHead>{t("forChannel")}</TableHead>
              <TableHead numeric>{t("percent")}</TableHead>
              <TableHead numeric>{t("validFrom")}</TableHead>
              {actions === null ? null : <TableHead />}
            </TableRow>
          </TableHeader>
          <TableBody>
            {targets.map((target) => (
              <TargetRow key={target.id} target={target} channels={channels} remove={actions?.remove ?? null} />
            ))}
          </TableBody>
        </Table>
      )}
      {actions === null ? null : <TargetForm channels={channels} action={actions.set} />}
    </div>
  );
}

function TargetRow({ target, channels, remove }: TargetRowProps) {
  const t = useTranslations("settings");
  const rates = useRateNames();
  const format = formatFor(useLocale());
  const channel = channels.find(({ id }) => id === target.channelId);
  const digits = target.rateBp % 100 === 0 ? 0 : 2;
  return (
    <TableRow>
      <TableCell>{rates[target.metric]}</TableCell>
      <TableCell>{target.channelId === null ? t("wholeTeam") : <bdi>{channel?.name}</bdi>}</TableCell>
      <TableCell numeric>{format.decimal(target.rateBp / 100, digits)}</TableCell>
      <TableCell numeric>{format.date(target.validFrom)}</TableCell>
      {remove === null ? null : (
        <TableCell>
          <ActionForm action={remove}>
            <input type="hidden" name="id" value={target.id} />
            <SubmitButton tone="ghost" size="sm">
              {t("removeTarget", { metric: rates[target.metric] })}
            </SubmitButton>
            <ErrorSummary />
          </ActionForm>
        </TableCell>
      )}
    </TableRow>
  );
}

export function useRateNames(): Readonly<Record<TargetMetric, string>> {
  const t = useTranslations("rates");
  return {
    "lead-conversion": t("lead"),
    qualification: t("qualification"),
    step2: t("stepTwoShort"),
    "opportunity-conversion": t("opportunity"),
  };
}

export interface ChannelChoice {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: Date | null;
}

interface Target {
  readonly id: string;
  readonly metric: TargetMetric;
  readonly channelId: string | null;
  readonly rateBp: number;
  readonly validFrom: string;
}

type TargetsProps = {
  readonly targets: readonly Target[];
  readonly channels: readonly ChannelChoice[];
  readonly actions: { readonly set: FormAction<void>; readonly remove: FormAction<void> } | null;
};
type TargetRowProps = {
  readonly target: Target;
  readonly channels: readonly ChannelChoice[];
  readonly remove: FormAction<void> | null;
};
