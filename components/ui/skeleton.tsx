import { cx } from "class-variance-authority";

/** Holds the place of something on its way; it appears after 200 ms, so quick answers do not flicker. */
export function Skeleton({ className, ...props }: React.ComponentProps<"div">) {
  return <div aria-hidden className={cx("animate-late rounded-card bg-open", className)} {...props} />;
}
