import { cx } from "class-variance-authority";
import { CONTROL } from "./input";

export function Textarea({ className, rows = 4, ...props }: React.ComponentProps<"textarea">) {
  return <textarea data-slot="textarea" rows={rows} className={cx(CONTROL, "py-2", className)} {...props} />;
}
