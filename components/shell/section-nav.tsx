import { NavLink } from "./nav-link";

/** The pages within one page: a row on a phone, a column beside the content on a wide screen. */
export function SectionNav({ label, items }: SectionNavProps) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
      <ul className="flex gap-1 md:grid">
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
