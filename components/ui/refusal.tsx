"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ActionState } from "@/lib/domain/action-state";
import { fieldId, useActionForm, useFieldWords } from "./form-context";
import { TriangleAlert } from "./icons";
import { useRefusalText } from "./refusal-text";

export type Refused = Extract<ActionState, { status: "refused" }>;

/** The words of the summary; once they are there it takes the focus, so that they are read. */
export function Refusal({ state, titleId }: { readonly state: Refused; readonly titleId: string }) {
  const t = useTranslations("errors");
  const words = useRefusalText();
  const names = Object.keys(state.fields);
  const hasFields = names.length > 0;
  const title = useRef<HTMLParagraphElement>(null);
  useEffect(() => title.current?.parentElement?.focus(), [state]);
  return (
    <>
      <p ref={title} id={titleId} className="flex gap-2 font-medium">
        <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
        {hasFields ? t("summary") : words(state)}
      </p>
      {hasFields ? (
        <ul className="mt-2 list-disc pl-11">
          {names.map((name) => (
            <li key={name}>
              <FieldLink name={name} state={state} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function FieldLink({ name, state }: { readonly name: string; readonly state: Refused }) {
  const { id, fields } = useActionForm();
  const words = useFieldWords();
  const field = fields.find(name);
  const code = state.fields[name] ?? "unknown-field";
  if (!field) return words(code, name, {});
  return (
    <a className="link" href={`#${fieldId(id, name)}`}>
      {words(code, field.label, field.messages)}
    </a>
  );
}
