"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** A link that knows when it leads to where one already is. `exact` is for a page that others lie beneath. */
export function NavLink({ href, exact = false, ...props }: NavLinkProps) {
  const pathname = usePathname();
  const isHere = pathname === href || (!exact && pathname.startsWith(`${href}/`));
  return <Link href={href} aria-current={isHere ? "page" : undefined} {...props} />;
}

type NavLinkProps = Omit<React.ComponentProps<typeof Link>, "href"> & {
  readonly href: string;
  readonly exact?: boolean;
};
