import type { NumberFormat } from "@/lib/domain/input/money";
import { meaningOf, type QuickAddNames, takeAmount, takePhone } from "./quick-add";

export type MarkPart = "channel" | "campaign" | "owner" | "email" | "phone" | "amount" | "unknown";

/** A piece of a typed line that means something, as it stands there; `id` is that of what it names. */
export interface Mark {
  readonly part: MarkPart;
  readonly text: string;
  readonly id: string | null;
}

/** What of a line is not the name, while it is typed: read as `parseQuickAdd` reads it when it is sent. */
export function readMarks(line: string, names: QuickAddNames, format: NumberFormat): readonly Mark[] {
  const amount = takeAmount(line, names.currency, format);
  const words = (amount?.rest ?? line).split(/\s+/u).filter(Boolean);
  const marks = words.flatMap((word) => markOf(word, names) ?? []);
  const marked = new Set(marks.map(({ text }) => text));
  const phone = takePhone(words.filter((word) => !marked.has(word)));
  return [
    ...marks,
    ...(amount ? [{ part: "amount" as const, text: amount.text, id: null }] : []),
    ...(phone ? [{ part: "phone" as const, text: phone.phone, id: null }] : []),
  ];
}

/** The line without this piece of it. */
export function withoutMark(line: string, { text }: Mark): string {
  const at = line.indexOf(text);
  return at < 0 ? line : `${line.slice(0, at)}${line.slice(at + text.length)}`.replace(/\s+/gu, " ").trim();
}

function markOf(word: string, names: QuickAddNames): Mark | null {
  const found = meaningOf(word, names);
  if (found === null) return /^[#@]./u.test(word) ? { part: "unknown", text: word, id: null } : null;
  if (found.campaignId) return { part: "campaign", text: word, id: found.campaignId };
  if (found.channelId) return { part: "channel", text: word, id: found.channelId };
  return found.ownerId ? { part: "owner", text: word, id: found.ownerId } : { part: "email", text: word, id: null };
}
