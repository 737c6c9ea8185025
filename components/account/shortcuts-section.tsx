import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";

/** Turns keys that act by a single press off or on (WCAG 2.1.4). A plain form: the page comes back as it is then. */
export function ShortcutsSection({ isOn, setShortcuts }: ShortcutsSectionProps) {
  const t = useTranslations("keys");
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("section")}</CardTitle>
      <p className="max-w-prose text-muted">{t("sectionLead")}</p>
      <form action={setShortcuts}>
        <div role="group" aria-label={t("use")} className="flex w-fit gap-1.5">
          {(["on", "off"] as const).map((value) => (
            <Button
              key={value}
              type="submit"
              name="keys"
              value={value}
              tone={isOn === (value === "on") ? "primary" : "secondary"}
              aria-pressed={isOn === (value === "on")}
            >
              {t(value)}
            </Button>
          ))}
        </div>
      </form>
    </Card>
  );
}

type ShortcutsSectionProps = {
  readonly isOn: boolean;
  readonly setShortcuts: (form: FormData) => Promise<void>;
};
