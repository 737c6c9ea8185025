"use client";

import { cx } from "class-variance-authority";
import { X } from "./icons";
import { useTranslations } from "next-intl";
import { Dialog as RadixDialog } from "radix-ui";
import { Button } from "./button";

export function Dialog(props: React.ComponentProps<typeof RadixDialog.Root>) {
  return <RadixDialog.Root {...props} />;
}

export function DialogTrigger(props: React.ComponentProps<typeof RadixDialog.Trigger>) {
  return <RadixDialog.Trigger {...props} />;
}

export function DialogClose(props: React.ComponentProps<typeof RadixDialog.Close>) {
  return <RadixDialog.Close {...props} />;
}

/** `side` makes it a sheet along the right edge, for a record beside its list. */
export function DialogContent({ title, description, side = "center", className, children, ...props }: ContentProps) {
  const t = useTranslations("common");
  return (
    <RadixDialog.Portal>
      <RadixDialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
      <RadixDialog.Content
        data-slot="dialog"
        className={cx(
          "fixed z-50 overflow-y-auto border border-line bg-card p-5 shadow-raised",
          SIDES[side],
          className,
        )}
        {...(description === undefined ? { "aria-describedby": undefined } : {})}
        {...props}
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <div className="grid gap-1">
            <RadixDialog.Title className="text-[1.0625rem] leading-6 font-semibold">{title}</RadixDialog.Title>
            {description === undefined ? null : (
              <RadixDialog.Description className="text-muted">{description}</RadixDialog.Description>
            )}
          </div>
          <RadixDialog.Close asChild>
            <Button tone="ghost" size="icon" aria-label={t("close")} className="-mt-1.5 -mr-2">
              <X aria-hidden />
            </Button>
          </RadixDialog.Close>
        </div>
        {children}
      </RadixDialog.Content>
    </RadixDialog.Portal>
  );
}

const SIDES = {
  center: "top-1/2 left-1/2 max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] -translate-1/2 rounded-card",
  right: "inset-y-0 right-0 w-[min(36rem,100vw)] border-y-0 border-r-0",
} as const;

type ContentProps = Omit<React.ComponentProps<typeof RadixDialog.Content>, "title"> & {
  readonly title: React.ReactNode;
  readonly description?: React.ReactNode;
  readonly side?: keyof typeof SIDES;
};
