"use client";

import { Checkbox } from "./checkbox";
import { controlProps, FieldError } from "./field";
import { useField } from "./form-context";
import type { NamedField } from "./text-field";

/** One yes or no of an ActionForm. The browser sends nothing for no. */
export function CheckboxField({
  name,
  label,
  hint,
  messages,
  defaultChecked,
  value = "on",
  ...props
}: CheckboxFieldProps) {
  const { id, error, typed, wasRefused } = useField(name, label, messages);
  const checked = wasRefused ? [typed].flat().includes(value) : defaultChecked;
  return (
    <div data-slot="field" className="grid gap-1">
      <label className="flex min-h-6 items-start gap-2.5">
        <Checkbox
          key={String(checked)}
          {...controlProps(id, { hint, error })}
          name={name}
          value={value}
          defaultChecked={checked}
          className="mt-0.5"
          {...props}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="pl-7 text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}

type CheckboxFieldProps = Omit<NamedField, "optional"> & { readonly value?: string } & Omit<
    React.ComponentProps<"input">,
    keyof NamedField | "id" | "value" | "checked" | "type"
  >;
