"use client";

import { Eye, EyeOff } from "./icons";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";
import { controlProps, Field } from "./field";
import { useField } from "./form-context";
import { Input } from "./input";
import type { NamedField } from "./text-field";

/** A secret that can be looked at and pasted, and is never given back after a refusal. */
export function PasswordField({ name, label, hint, messages, ...props }: PasswordFieldProps) {
  const t = useTranslations("common");
  const { id, error } = useField(name, label, messages);
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field {...{ id, label, hint, error }}>
      <span className="relative block">
        <Input
          {...controlProps(id, { hint, error })}
          name={name}
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          spellCheck={false}
          className="pr-11"
          {...props}
        />
        <Button
          tone="ghost"
          size="icon"
          className="absolute top-0 right-0"
          aria-pressed={isShown}
          aria-label={isShown ? t("hidePassword") : t("showPassword")}
          onClick={() => setIsShown(!isShown)}
        >
          <Icon aria-hidden />
        </Button>
      </span>
    </Field>
  );
}

type PasswordFieldProps = Omit<NamedField, "optional"> & {
  readonly autoComplete: "current-password" | "new-password" | "off";
  readonly autoFocus?: boolean;
};
