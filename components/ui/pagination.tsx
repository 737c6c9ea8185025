import { ChevronLeft, ChevronRight } from "./icons";
import Link from "next/link";
import { Button } from "./button";

/** Keyset pages know only their neighbours: a link is there when there is something behind it. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-3">
      {previous ? (
        <Button asChild size="sm">
          <Link href={previous.href} rel="prev">
            <ChevronLeft aria-hidden />
            {previous.label}
          </Link>
        </Button>
      ) : (
        <span />
      )}
      {next ? (
        <Button asChild size="sm">
          <Link href={next.href} rel="next">
            {next.label}
            <ChevronRight aria-hidden />
          </Link>
        </Button>
      ) : null}
    </nav>
  );
}

type PageLink = { readonly href: string; readonly label: string };
type PaginationProps = {
  readonly label: string;
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
};
