import { useTranslations } from "next-intl";

const STEPS = ["file", "columns", "check", "run"] as const;

/** Where in the four steps this import is. */
export function BatchSteps({ current }: { readonly current: "columns" | "check" | "run" | "done" }) {
  const t = useTranslations("import");
  const at = current === "done" ? STEPS.length : STEPS.indexOf(current);
  return (
    <ol aria-label={t("steps")} className="mb-5 flex flex-wrap gap-x-2 gap-y-1 text-sm">
      {STEPS.map((step, i) => (
        <li
          key={step}
          aria-current={i === at ? "step" : undefined}
          className={i === at ? "font-semibold" : "text-muted"}
        >
          {t(`step.${step}`)}
          {i < STEPS.length - 1 ? <span aria-hidden> ·</span> : null}
        </li>
      ))}
    </ol>
  );
}
