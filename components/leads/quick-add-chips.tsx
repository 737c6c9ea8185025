"use client";

import { X } from "@/components/ui/icons";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ShownQuickAddNames } from "@/lib/domain/leads/quick-add";
import type { Mark } from "@/lib/domain/leads/quick-add-marks";

/** What the line was understood as, each piece to be taken away; an unknown channel can be made on the spot. */
export function QuickAddChips({ marks, names, remove, createChannel }: QuickAddChipsProps) {
  const t = useTranslations("leads.chips");
  const words = (mark: Mark) => t(mark.part, { text: shownOf(mark, names) });
  return (
    <>
      <p role="status" className="sr-only">
        {marks.map(words).join(". ")}
      </p>
      {marks.length === 0 ? null : (
        <ul className="flex flex-wrap gap-1.5 sm:col-span-3">
          {marks.map((mark) => (
            <li
              key={`${mark.part} ${mark.text}`}
              className="inline-flex min-h-8 items-center gap-1 rounded-full border border-edge pr-1 pl-3 text-sm data-unknown:border-dashed data-unknown:text-muted"
              data-unknown={mark.part === "unknown" || undefined}
            >
              <bdi>{words(mark)}</bdi>
              {createChannel && isNewChannel(mark) ? (
                <Button size="sm" tone="ghost" className="underline" onClick={() => createChannel(mark)}>
                  {t("create")}
                </Button>
              ) : null}
              <button
                type="button"
                className="inline-flex size-6 items-center justify-center rounded-full hover:bg-open"
                aria-label={t("remove", { text: mark.text })}
                onClick={() => remove(mark)}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type QuickAddChipsProps = {
  readonly marks: readonly Mark[];
  readonly names: ShownQuickAddNames;
  readonly remove: (mark: Mark) => void;
  /** Null for whoever may not. */
  readonly createChannel: ((mark: Mark) => void) | null;
};

function isNewChannel({ part, text }: Mark): boolean {
  return part === "unknown" && text.startsWith("#");
}

function shownOf({ part, text, id }: Mark, { channels, campaigns, members }: ShownQuickAddNames): string {
  switch (part) {
    case "channel":
      return channels.find((one) => one.id === id)?.name ?? text;
    case "campaign":
      return campaigns.find((one) => one.id === id)?.name ?? text;
    case "owner":
      return members.find((one) => one.userId === id)?.name ?? text;
    case "email":
    case "phone":
    case "amount":
    case "unknown":
      return text;
  }
}
