/** What a list says while it has nothing, and the one thing to do about it. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div data-slot="empty-state" className="rounded-card border border-dashed border-edge px-6 py-10 text-center">
      <p className="mx-auto max-w-prose text-muted">{title}</p>
      {children ? <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  );
}

type EmptyStateProps = { readonly title: React.ReactNode; readonly children?: React.ReactNode };
