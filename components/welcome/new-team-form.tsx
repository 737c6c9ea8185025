import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { ScenarioButton } from "./scenario-button";
import { TimeZoneInput } from "./time-zone-input";

/** Each card is a button of the form: one click says what the team sells, and makes it. */
export function NewTeamForm({ action, suggestedName }: NewTeamFormProps) {
  const t = useTranslations();
  return (
    <ActionForm action={action} className="grid gap-6">
      {/* A form's first button is what Enter presses; here Enter must not choose for the user. */}
      <button type="submit" disabled hidden />
      <TextField
        name="name"
        label={t("welcome.teamName")}
        hint={t("welcome.teamNameHint")}
        defaultValue={suggestedName ?? ""}
        autoComplete="organization"
        className="max-w-md"
      />
      <TimeZoneInput />
      <ErrorSummary />
      <div role="group" aria-label={t("scenarios.question")} className="grid gap-3 sm:grid-cols-2">
        {SCENARIOS.map((scenario) => (
          <ScenarioButton
            key={scenario}
            value={scenario}
            label={t(`scenarios.${scenario}.name`)}
            hint={t(`scenarios.${scenario}.lead`)}
            kind={t(`scenarios.${scenario}.kind`)}
          />
        ))}
      </div>
    </ActionForm>
  );
}

type NewTeamFormProps = {
  readonly action: FormAction<{ readonly slug: string }>;
  readonly suggestedName: string | null;
};
