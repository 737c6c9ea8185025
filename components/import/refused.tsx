/** Why an upload came to nothing. */
export function Refused({ children }: { readonly children: string | null }) {
  if (children === null) return null;
  return (
    <p role="alert" className="rounded-card border border-danger p-3 text-danger">
      {children}
    </p>
  );
}
