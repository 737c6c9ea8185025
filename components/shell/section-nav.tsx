import { NavLink } from "./nav-link";

/** The pages within one page: on a phone as many rows as it takes, so that none is scrolled away; else a column. */
export function SectionNav({ label, items }: SectionNavProps) {
  return (
    <nav aria-label={label} className="-mx-3 md:mx-0">
      <ul className="flex flex-wrap gap-x-1 md:grid md:gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              className="block rounded-control px-3 py-1.5 whitespace-nowrap text-muted hover:bg-open hover:text-fg aria-[current]:bg-open aria-[current]:font-medium aria-[current]:text-fg"
            >
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type SectionNavProps = {
  readonly label: string;
  readonly items: readonly { readonly href: string; readonly label: string }[];
};
