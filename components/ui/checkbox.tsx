import { cx } from "class-variance-authority";

export function Checkbox({ className, ...props }: Omit<React.ComponentProps<"input">, "type">) {
  return (
    <input
      data-slot="checkbox"
      type="checkbox"
      className={cx("size-[1.125rem] shrink-0 accent-(--fg)", className)}
      {...props}
    />
  );
}
