import type { Rate } from "@/lib/domain/metrics/rate";

/** "This part is now the whole": as wide as the part above, and as the whole bar below. */
export function Wedge({ of: { value } }: { readonly of: Rate }) {
  if (value === null) return null;
  return (
    <svg aria-hidden width="100%" height="30" viewBox="0 0 100 10" preserveAspectRatio="none" className="block">
      <polygon points={`0,0 ${value * 100},0 100,10 0,10`} className="fill-wedge" />
    </svg>
  );
}
