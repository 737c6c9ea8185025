"use client";

import { controlProps, Field } from "./field";
import { useField } from "./form-context";
import type { NamedField } from "./text-field";
import { Textarea } from "./textarea";

/** Several lines of an ActionForm. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, hint, optional, messages, className, defaultValue, ...rest } = props;
  const { id, error, typed } = useField(name, label, messages);
  return (
    <Field {...{ id, label, hint, error, className }} optional={optional ?? false}>
      <Textarea
        {...controlProps(id, { hint, error })}
        name={name}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
        {...rest}
      />
    </Field>
  );
}

type TextAreaFieldProps = NamedField & Omit<React.ComponentProps<"textarea">, keyof NamedField | "id" | "value">;
