import { fold } from "@/lib/domain/fold";
import type { CampaignId, ChannelId, UserId } from "@/lib/domain/ids";
import { CURRENCIES } from "@/lib/domain/input/currency";
import { parseLeadEmail } from "@/lib/domain/input/lead-email";
import { type NumberFormat, parseMoney } from "@/lib/domain/input/money";

/** What a team's `#` and `@` can mean. Names and aliases are folded (aliases: one per line). */
export interface QuickAddNames {
  readonly channels: readonly { readonly id: ChannelId; readonly nameNorm: string; readonly aliases: string }[];
  readonly campaigns: readonly { readonly id: CampaignId; readonly channelId: ChannelId; readonly nameNorm: string }[];
  readonly members: readonly { readonly userId: UserId; readonly name: string }[];
  readonly currency: string;
}

/** The same with the names as people wrote them, for what is shown while one types. */
export interface ShownQuickAddNames extends QuickAddNames {
  readonly channels: readonly (QuickAddNames["channels"][number] & { readonly name: string })[];
  readonly campaigns: readonly (QuickAddNames["campaigns"][number] & { readonly name: string })[];
}

/** A line as typed, taken apart. `amount` is as typed, without its unit; `unknown` are the marks that meant nothing. */
export interface QuickAdd {
  readonly name: string;
  readonly channelId: ChannelId | null;
  readonly campaignId: CampaignId | null;
  readonly ownerId: UserId | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly unknown: readonly string[];
}

/**
 * Takes a line like "Østfold Rør AS #some @kari 125 000 kr post@ostfoldror.no" apart. Whatever is not surely a mark, an
 * amount with a unit, an address or a telephone number stays in the name: "7-Eleven" and "Regnskap 24 AS" survive.
 */
export function parseQuickAdd(line: string, names: QuickAddNames, format: NumberFormat): QuickAdd {
  const amount = takeAmount(line, names.currency, format);
  const words = (amount?.rest ?? line).split(/\s+/u).filter(Boolean);
  const taken = { ...NOTHING, amount: amount?.amount ?? null, currency: amount?.currency ?? null };
  const read = words.reduce<Reading>((so, word) => readWord(so, word, names), { taken, kept: [], unknown: [] });
  const phone = takePhone(read.kept);
  const name = (phone?.rest ?? read.kept).join(" ");
  return { ...read.taken, phone: phone?.phone ?? null, name, unknown: read.unknown };
}

type Parts = Omit<QuickAdd, "name" | "unknown">;
interface Reading {
  readonly taken: Parts;
  readonly kept: readonly string[];
  readonly unknown: readonly string[];
}

const NOTHING: Parts = {
  channelId: null,
  campaignId: null,
  ownerId: null,
  email: null,
  phone: null,
  amount: null,
  currency: null,
};

function readWord(so: Reading, word: string, names: QuickAddNames): Reading {
  const found = meaningOf(word, names);
  if (found) return { ...so, taken: { ...so.taken, ...found } };
  const isMark = /^[#@]./u.test(word);
  return isMark ? { ...so, unknown: [...so.unknown, word] } : { ...so, kept: [...so.kept, word] };
}

/** What one word names, if it is a mark or an address. */
export function meaningOf(word: string, names: QuickAddNames): Partial<Parts> | null {
  const wanted = fold(word.slice(1).replaceAll("_", " "));
  if (wanted !== "" && word.startsWith("#")) return channelOf(wanted, names);
  if (wanted !== "" && word.startsWith("@")) {
    const member = oneOf(names.members, ({ name }) => [fold(name), ...fold(name).split(" ")], wanted);
    return member ? { ownerId: member.userId } : null;
  }
  const email = word.includes("@") ? parseLeadEmail(word) : null;
  return email?.ok ? { email: email.value } : null;
}

function channelOf(wanted: string, { channels, campaigns }: QuickAddNames): Partial<Parts> | null {
  const channel = oneOf(
    channels,
    ({ nameNorm, aliases }) => [nameNorm, ...aliases.split("\n"), ...initials(nameNorm)],
    wanted,
  );
  if (channel) return { channelId: channel.id };
  const campaign = oneOf(campaigns, ({ nameNorm }) => [nameNorm], wanted);
  return campaign ? { campaignId: campaign.id, channelId: campaign.channelId } : null;
}

/** «sosiale medier» is also "some": two letters of each word, as people shorten it. */
function initials(name: string): readonly string[] {
  const words = name.split(" ").filter((word) => /^\p{L}/u.test(word));
  return words.length < 2
    ? []
    : [words.map((word) => word.slice(0, 2)).join(""), words.map((word) => word[0]).join("")];
}

/** The one that is called so, else the only one that begins so; never a guess between two. */
function oneOf<T>(all: readonly T[], callsOf: (one: T) => readonly string[], wanted: string): T | null {
  const exact = all.filter((one) => callsOf(one).some((call) => call === wanted));
  const found = exact.length > 0 ? exact : all.filter((one) => callsOf(one).some((call) => call.startsWith(wanted)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const NUMBER = String.raw`[0-9](?:[0-9.,]|[ \u00a0\u202f](?=[0-9]{3}(?![0-9])))*`;
const UNIT = String.raw`kr|k|mill|,-|${CURRENCIES.join("|")}`;
const AMOUNT = new RegExp(
  String.raw`(?<=^|\s)(?:(${CURRENCIES.join("|")})[ \u00a0\u202f]?(${NUMBER})|(${NUMBER}?)[ \u00a0\u202f]?(${UNIT})\.?)(?=$|\s)`,
  "u",
);

/** An amount needs a unit. `k` is a thousand and `mill` a million of the team's currency; `kr` and `,-` are the currency itself. */
export function takeAmount(line: string, currency: string, format: NumberFormat) {
  const found = AMOUNT.exec(line);
  if (!found) return null;
  const [whole, codeBefore, numberAfter, numberBefore, unitAfter] = found;
  const typed = (numberAfter ?? numberBefore ?? "").trim();
  const unit = codeBefore ?? unitAfter ?? "";
  const zeros = ZEROS[unit] ?? 0;
  const amount = zeros === 0 ? typed : scaled(typed, zeros, format);
  if (amount === null || !parseMoney(amount, format).ok) return null;
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + whole.length)}`;
  return { amount, currency: CURRENCIES.includes(unit) ? unit : currency, text: whole, rest };
}

const ZEROS: Readonly<Record<string, number>> = { k: 3, mill: 6 };

/** "1,5" with six zeros is "1500000": moves the decimal sign instead of multiplying. */
function scaled(typed: string, zeros: number, format: NumberFormat): string | null {
  const parsed = parseMoney(typed, format);
  if (!parsed.ok) return null;
  const whole = parsed.value * 10 ** (zeros - 2);
  return Number.isSafeInteger(whole) ? String(whole) : null;
}

/** Eight digits, in one piece or in the usual groups, with or without a country code. */
export function takePhone(kept: readonly string[]) {
  const line = kept.join(" ");
  const found =
    /(?<=^|\s)(?:\+[0-9]{1,3} ?)?(?:[0-9]{8}|[0-9]{3} [0-9]{2} [0-9]{3}|[0-9]{2}(?: [0-9]{2}){3})(?=$|\s)/u.exec(line);
  if (!found) return null;
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  return { phone: found[0], rest: rest.split(/\s+/u).filter(Boolean) };
}
