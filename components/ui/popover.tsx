"use client";

import { cx } from "class-variance-authority";
import { Popover as RadixPopover } from "radix-ui";

export function Popover(props: React.ComponentProps<typeof RadixPopover.Root>) {
  return <RadixPopover.Root {...props} />;
}

export function PopoverTrigger(props: React.ComponentProps<typeof RadixPopover.Trigger>) {
  return <RadixPopover.Trigger data-slot="popover-trigger" {...props} />;
}

export function PopoverContent({
  className,
  sideOffset = 6,
  ...props
}: React.ComponentProps<typeof RadixPopover.Content>) {
  return (
    <RadixPopover.Portal>
      <RadixPopover.Content
        sideOffset={sideOffset}
        collisionPadding={12}
        className={cx(
          "z-50 w-80 max-w-[calc(100vw-1.5rem)] rounded-card border border-line bg-card p-4 shadow-raised",
          className,
        )}
        {...props}
      />
    </RadixPopover.Portal>
  );
}
