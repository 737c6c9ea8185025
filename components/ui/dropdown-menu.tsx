"use client";

import { cx } from "class-variance-authority";
import { DropdownMenu as RadixMenu } from "radix-ui";

export function DropdownMenu(props: React.ComponentProps<typeof RadixMenu.Root>) {
  return <RadixMenu.Root {...props} />;
}

export function DropdownMenuTrigger(props: React.ComponentProps<typeof RadixMenu.Trigger>) {
  return <RadixMenu.Trigger {...props} />;
}

export function DropdownMenuContent({
  className,
  sideOffset = 6,
  ...props
}: React.ComponentProps<typeof RadixMenu.Content>) {
  return (
    <RadixMenu.Portal>
      <RadixMenu.Content
        sideOffset={sideOffset}
        collisionPadding={12}
        className={cx("z-50 min-w-48 rounded-card border border-line bg-card p-1 shadow-raised", className)}
        {...props}
      />
    </RadixMenu.Portal>
  );
}

export function DropdownMenuItem({ className, ...props }: React.ComponentProps<typeof RadixMenu.Item>) {
  return <RadixMenu.Item className={cx(ITEM, className)} {...props} />;
}

export function DropdownMenuLabel({ className, ...props }: React.ComponentProps<typeof RadixMenu.Label>) {
  return <RadixMenu.Label className={cx("px-2.5 py-1.5 text-sm text-muted", className)} {...props} />;
}

export function DropdownMenuSeparator(props: React.ComponentProps<typeof RadixMenu.Separator>) {
  return <RadixMenu.Separator className="my-1 h-px bg-grid" {...props} />;
}

const ITEM = cx(
  "flex w-full cursor-default items-center gap-2 rounded-md px-2.5 py-1.5 outline-none select-none",
  "data-[disabled]:opacity-55 data-[highlighted]:bg-open [&_svg]:size-4",
);
