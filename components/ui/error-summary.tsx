"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import type { ActionState } from "@/lib/domain/action-state";
import { fieldId, useActionForm, useFieldWords } from "./form-context";
import { useRefusalText } from "./refusal-text";

/** Every refusal in words, each a link to its field. It takes the focus, so it is read and near at hand. */
export function ErrorSummary() {
  const { state } = useActionForm();
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "refused") box.current?.focus();
  }, [state]);

  if (state.status !== "refused") return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-labelledby={titleId}
      data-slot="error-summary"
      className="rounded-card border border-danger p-4"
    >
      <Refusal state={state} titleId={titleId} />
    </div>
  );
}

type Refused = Extract<ActionState, { status: "refused" }>;

function Refusal({ state, titleId }: { readonly state: Refused; readonly titleId: string }) {
  const t = useTranslations("errors");
  const words = useRefusalText();
  const names = Object.keys(state.fields);
  const hasFields = names.length > 0;
  return (
    <>
      <p id={titleId} className="flex gap-2 font-medium">
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
