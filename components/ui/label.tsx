import { cx } from "class-variance-authority";

export function Label({ className, ...props }: React.ComponentProps<"label">) {
  return <label data-slot="label" className={cx("font-medium", className)} {...props} />;
}
