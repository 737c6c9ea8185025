"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { startTransition } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

export type MenuLink = { readonly href: string; readonly label: string; readonly isCurrent?: boolean };
export type MenuAction = { readonly label: string; readonly run: () => Promise<void> };

/** A button that opens a list of links, and last what ends the session. */
export function LinkMenu({ label, heading, links, action, side = "bottom", className, children }: LinkMenuProps) {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger aria-label={label} className={className}>
        {children}
      </DropdownMenuTrigger>
      <DropdownMenuContent side={side} align="start">
        {heading === undefined ? null : <DropdownMenuLabel>{heading}</DropdownMenuLabel>}
        {links.map(({ href, label: text, isCurrent = false }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href} aria-current={isCurrent ? "true" : undefined}>
              <span className="min-w-0 flex-1 truncate">{text}</span>
              {isCurrent ? <Check aria-hidden /> : null}
            </Link>
          </DropdownMenuItem>
        ))}
        {action ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => startTransition(action.run)}>{action.label}</DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

type LinkMenuProps = {
  /** Its name where the children are only a sign; else the children name it. */
  readonly label?: string;
  readonly heading?: string;
  readonly links: readonly MenuLink[];
  readonly action?: MenuAction;
  readonly side?: "top" | "bottom";
  readonly className?: string;
  readonly children: React.ReactNode;
};
