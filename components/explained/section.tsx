/** One step of the explanation, under its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-8">
      <h2 className="text-2xl leading-8 font-semibold tracking-tight">{title}</h2>
      {children}
    </section>
  );
}
