"use client";

import { cx } from "class-variance-authority";
import { Tabs as RadixTabs } from "radix-ui";

export function Tabs(props: React.ComponentProps<typeof RadixTabs.Root>) {
  return <RadixTabs.Root data-slot="tabs" {...props} />;
}

export function TabList({ className, ...props }: React.ComponentProps<typeof RadixTabs.List>) {
  return <RadixTabs.List className={cx("flex gap-1 overflow-x-auto border-b border-line", className)} {...props} />;
}

export function Tab({ className, ...props }: React.ComponentProps<typeof RadixTabs.Trigger>) {
  return (
    <RadixTabs.Trigger
      className={cx(
        "-mb-px border-b-2 border-transparent px-3 py-2 text-muted hover:text-fg",
        "data-[state=active]:border-fg data-[state=active]:font-medium data-[state=active]:text-fg",
        className,
      )}
      {...props}
    />
  );
}

export function TabPanel({ className, ...props }: React.ComponentProps<typeof RadixTabs.Content>) {
  return <RadixTabs.Content className={cx("pt-4", className)} {...props} />;
}
