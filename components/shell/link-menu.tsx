import { cx } from "class-variance-authority";
import { Check } from "@/components/ui/icons";
import { useId } from "react";

export type MenuLink = { readonly href: string; readonly label: string; readonly isCurrent?: boolean };
export type MenuAction = { readonly label: string; readonly run: () => Promise<void> };

/**
 * A button that opens a list of links, and last what ends the session. The browser's own popover opens, dismisses and
 * returns the focus, so it works before any script has come and weighs nothing; a plain link closes it by leaving the page.
 */
export function LinkMenu({ place, heading, links, action, className, children }: LinkMenuProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={className}>
        {children}
      </button>
      <div id={id} popover="auto" className={cx(PANEL, PLACES[place])}>
        {heading === undefined ? null : <p className="px-2.5 py-1.5 text-sm text-muted">{heading}</p>}
        <ul>
          {links.map(({ href, label, isCurrent = false }) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent ? "true" : undefined} className={ITEM}>
                <span className="min-w-0 flex-1 truncate">{label}</span>
                {isCurrent ? <Check aria-hidden /> : null}
              </a>
            </li>
          ))}
        </ul>
        {action ? (
          <form action={action.run} className="mt-1 border-t border-grid pt-1">
            <button className={ITEM}>{action.label}</button>
          </form>
        ) : null}
      </div>
    </>
  );
}

type LinkMenuProps = {
  /** A popover stands in the window, not beside its button: where that is. */
  readonly place: keyof typeof PLACES;
  readonly heading?: string;
  readonly links: readonly MenuLink[];
  readonly action?: MenuAction;
  readonly className?: string;
  readonly children: React.ReactNode;
};

const PLACES = {
  "below-sidebar-top": "top-14 left-3",
  "above-sidebar-end": "bottom-14 left-3",
  "above-bottom-bar": "right-3 bottom-[calc(4rem+env(safe-area-inset-bottom))]",
};

const PANEL =
  "inset-auto m-0 max-h-[70dvh] w-56 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-card border border-line bg-card p-1 text-fg shadow-raised";

const ITEM = "flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 py-1.5 text-left hover:bg-open [&_svg]:size-4";
