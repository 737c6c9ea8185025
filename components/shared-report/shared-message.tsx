/** A page that is not the report: what it says, and what may be done. */
export function SharedMessage({ title, text, children }: SharedMessageProps) {
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 py-16">
      <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
      <p className="text-muted">{text}</p>
      {children}
    </div>
  );
}

interface SharedMessageProps {
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}
