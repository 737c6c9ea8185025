"use client";

import { controlProps, Field } from "./field";
import { useField } from "./form-context";
import { Select, type SelectProps } from "./select";
import type { NamedField } from "./text-field";

/** One choice of several in an ActionForm. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, optional, messages, className, defaultValue, ...rest } = props;
  const { id, error, typed } = useField(name, label, messages);
  return (
    <Field {...{ id, label, hint, error, className }} optional={optional ?? false}>
      <Select
        {...controlProps(id, { hint, error })}
        name={name}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
        {...rest}
      />
    </Field>
  );
}

type SelectFieldProps = NamedField & Omit<SelectProps, keyof NamedField | "id" | "value">;
