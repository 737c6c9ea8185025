import { cx } from "class-variance-authority";

export function Input({ className, ...props }: React.ComponentProps<"input">) {
  return (
    <input
      data-slot="input"
      className={cx(CONTROL, "h-9 file:mr-3 file:h-full file:font-medium", className)}
      {...props}
    />
  );
}

/** The look that every typed or chosen control shares. */
export const CONTROL = cx(
  "w-full min-w-0 rounded-control border border-edge bg-card px-3 text-fg placeholder:text-muted",
  "aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger",
  "disabled:opacity-55 [&[readonly]]:bg-sunken",
);
