import { cx } from "class-variance-authority";

export function DefinitionList({ className, ...props }: React.ComponentProps<"dl">) {
  return <dl className={cx("grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(8rem,auto)_1fr]", className)} {...props} />;
}

export function Definition({ term, children }: { readonly term: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{term}</dt>
      <dd className="mb-2 min-w-0 break-words sm:mb-0">{children}</dd>
    </div>
  );
}
