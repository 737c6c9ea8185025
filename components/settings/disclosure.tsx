import { ChevronRight } from "@/components/ui/icons";

/** What is seldom needed, behind its own words; it opens without scripts. */
export function Disclosure({ summary, children }: { readonly summary: string; readonly children: React.ReactNode }) {
  return (
    <details className="group min-w-0">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-control text-sm text-muted hover:text-fg [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-5 rounded-card border border-line p-4">{children}</div>
    </details>
  );
}
