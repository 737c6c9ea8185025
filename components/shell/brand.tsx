import { cx } from "class-variance-authority";

/** The mark: a whole, and the part of it that becomes the next whole. */
export function Brand({ className }: { readonly className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-2.5 text-[1.0625rem] font-semibold tracking-tight", className)}>
      <svg viewBox="0 0 20 18" aria-hidden className="h-[1.125rem] w-5">
        <rect width="20" height="7" rx="1.5" className="fill-lead" />
        <rect y="11" width="9" height="7" rx="1.5" className="fill-opp" />
        <rect x="10.75" y="11.75" width="8.5" height="5.5" rx="1" className="fill-none stroke-edge" strokeWidth="1.5" />
      </svg>
      Tofold
    </span>
  );
}
