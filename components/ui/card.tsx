import { cx } from "class-variance-authority";

export function Card({ className, ...props }: React.ComponentProps<"section">) {
  return (
    <section
      data-slot="card"
      className={cx("rounded-card border border-line bg-card p-4 sm:p-6", className)}
      {...props}
    />
  );
}

export function CardTitle({ className, ...props }: React.ComponentProps<"h2">) {
  return <h2 className={cx("text-[1.0625rem] leading-6 font-semibold", className)} {...props} />;
}
