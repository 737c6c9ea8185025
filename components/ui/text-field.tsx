"use client";

import { controlProps, Field } from "./field";
import { type FieldMessages, useField } from "./form-context";
import { Input } from "./input";

/** One typed line of an ActionForm. */
export function TextField({
  name,
  label,
  hint,
  optional,
  messages,
  className,
  defaultValue,
  ...props
}: TextFieldProps) {
  const { id, error, typed } = useField(name, label, messages);
  return (
    <Field {...{ id, label, hint, error, className }} optional={optional ?? false}>
      <Input
        {...controlProps(id, { hint, error })}
        name={name}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
        {...props}
      />
    </Field>
  );
}

export type NamedField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: React.ReactNode;
  readonly optional?: boolean;
  readonly messages?: FieldMessages;
};
type TextFieldProps = NamedField & Omit<React.ComponentProps<"input">, keyof NamedField | "id" | "value">;
