import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { Label } from "./label";

/** Label, hint and error round one control. `controlProps(id, …)` gives the control what ties it to them. */
export function Field({ id, label, hint, error, optional = false, className, children }: FieldProps) {
  const t = useTranslations("common");
  return (
    <div data-slot="field" className={cx("grid content-start gap-1.5", className)}>
      <Label htmlFor={id}>
        {label}
        {optional ? <span className="font-normal text-muted"> {t("optional")}</span> : null}
      </Label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={`${id}-error`} className="text-sm text-danger">
      {error}
    </p>
  );
}

export function controlProps(id: string, { hint, error }: { readonly hint?: unknown; readonly error?: unknown }) {
  const parts = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(Boolean);
  return {
    id,
    ...(parts.length > 0 ? { "aria-describedby": parts.join(" ") } : {}),
    ...(error === undefined ? {} : { "aria-invalid": true }),
  } as const;
}

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: React.ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
};
