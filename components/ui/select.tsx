import { cx } from "class-variance-authority";
import { ChevronDown } from "./icons";
import { CONTROL } from "./input";

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** The browser's own select: it works without scripts, on a phone and with every aid. */
export function Select({ options, className, ...props }: SelectProps) {
  return (
    <span data-slot="select" className={cx("relative block", className)}>
      {/* React keeps a select's first default for ever, so a new default makes a new select. */}
      <select key={String(props.defaultValue)} className={cx(CONTROL, "h-9 appearance-none pr-9")} {...props}>
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted" />
    </span>
  );
}

export type SelectProps = Omit<React.ComponentProps<"select">, "children"> & {
  readonly options: readonly SelectOption[];
};
