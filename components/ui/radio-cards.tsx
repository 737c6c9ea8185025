"use client";

import { cx } from "class-variance-authority";
import { controlProps, FieldError } from "./field";
import { useField } from "./form-context";
import type { NamedField } from "./text-field";

export type RadioCard = { readonly value: string; readonly label: string; readonly hint?: React.ReactNode };

/** One choice of a few that deserve a sentence each. */
export function RadioCards({ name, label, hint, messages, options, defaultValue, columns = 1 }: RadioCardsProps) {
  const { id, error, typed } = useField(name, label, messages);
  const chosen = typeof typed === "string" ? typed : defaultValue;
  return (
    <fieldset {...controlProps(id, { hint, error })} tabIndex={-1} className="grid gap-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <div key={chosen} className={cx("grid gap-2", columns === 2 && "sm:grid-cols-2")}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "flex gap-3 rounded-card border border-edge bg-card p-3.5 hover:bg-sunken",
              "has-checked:border-fg has-checked:ring-1 has-checked:ring-fg",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              className="mt-0.5 size-[1.125rem] shrink-0 accent-(--fg)"
            />
            <span className="grid gap-0.5">
              <span className="font-medium">{option.label}</span>
              {option.hint === undefined ? null : <span className="text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

type RadioCardsProps = Omit<NamedField, "optional"> & {
  readonly options: readonly RadioCard[];
  readonly defaultValue?: string;
  readonly columns?: 1 | 2;
};
