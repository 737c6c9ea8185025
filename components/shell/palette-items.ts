import { fold } from "@/lib/domain/fold";

export interface PaletteItem {
  readonly label: string;
  readonly href: string;
}

/** Those with every typed word in them, whatever its accents: "mal" finds «Mål». Nothing typed finds all. */
export function matching(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const words = fold(typed).split(" ").filter(Boolean);
  return items.filter(({ label }) => words.every((word) => fold(label).includes(word)));
}
