"use client";

import { useTranslations } from "next-intl";
import { createContext, use } from "react";
import type { ActionState } from "@/lib/domain/action-state";
import type { FieldCode } from "@/lib/domain/errors";

/** Own words for single codes of a field, where «Fyll ut …» is not enough. */
export type FieldMessages = Readonly<Partial<Record<FieldCode, string>>>;

export class FormFields {
  readonly #fields = new Map<string, { readonly label: string; readonly messages: FieldMessages }>();

  /** Fields stand before the summary in the page, so it finds them here, in a server's only pass too. */
  describe(name: string, label: string, messages: FieldMessages) {
    this.#fields.set(name, { label, messages });
  }

  find(name: string) {
    return this.#fields.get(name);
  }
}

type Form = {
  readonly id: string;
  readonly state: ActionState;
  readonly isPending: boolean;
  readonly fields: FormFields;
};

export const FormContext = createContext<Form | null>(null);

/** The form round this part: its last answer, and whether another is on its way. */
export function useActionForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error("A form part outside of ActionForm");
  return form;
}

/** What a field must know: its id, its error in words, and what was typed before a refusal. */
export function useField(name: string, label: string, messages: FieldMessages = {}) {
  const { id, state, fields } = useActionForm();
  const words = useFieldWords();
  fields.describe(name, label, messages);
  const refused = state.status === "refused" ? state : null;
  const code = refused?.fields[name];
  return {
    id: fieldId(id, name),
    error: code === undefined ? undefined : words(code, label, messages),
    typed: refused ? (refused.values[name] ?? null) : null,
    wasRefused: refused !== null,
  };
}

export function useFieldWords() {
  const t = useTranslations("errors.field");
  return (code: FieldCode, label: string, messages: FieldMessages) => messages[code] ?? t(code, { label });
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}
