import { cx } from "class-variance-authority";

export function Kbd({ className, ...props }: React.ComponentProps<"kbd">) {
  return (
    <kbd
      className={cx("rounded border border-current/40 px-1.5 font-sans text-xs leading-5 font-medium", className)}
      {...props}
    />
  );
}
