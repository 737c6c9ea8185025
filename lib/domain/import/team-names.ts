import { fold } from "@/lib/domain/fold";
import { groupBy } from "@/lib/domain/group-by";
import type { CampaignId, ChannelId, LostReasonId, StageId, UserId } from "@/lib/domain/ids";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import type { StageRef } from "@/lib/domain/pipeline/transition";

interface Named<Id> {
  readonly id: Id;
  readonly nameNorm: string;
  readonly archivedAt: Date | null;
}

/** What a team calls its things, archived ones too. */
export interface TeamWords {
  readonly channels: readonly (Named<ChannelId> & { readonly aliases: string })[];
  readonly campaigns: readonly (Named<CampaignId> & { readonly channelId: ChannelId })[];
  readonly stages: readonly (Named<StageId> & { readonly subject: Subject; readonly kind: Kind })[];
  readonly lostReasons: readonly Named<LostReasonId>[];
  /** By name or address. */
  readonly members: readonly { readonly userId: UserId; readonly name: string; readonly email: string | null }[];
}

/** Finds what a cell names, by folded name; live before archived. Null: nothing, or more than one. */
export interface TeamNames {
  readonly channel: (text: string) => ChannelId | null;
  readonly campaign: (text: string, channelId: ChannelId | null) => { id: CampaignId; channelId: ChannelId } | null;
  readonly owner: (text: string) => UserId | null;
  readonly stage: (subject: Subject, text: string) => StageRef | null;
  readonly lostReason: (text: string) => LostReasonId | null;
}

export function teamNames(words: TeamWords): TeamNames {
  const channels = byName(words.channels, ({ nameNorm, aliases }) => [nameNorm, ...aliases.split("\n")]);
  const campaigns = groupBy(words.campaigns, ({ nameNorm }) => nameNorm);
  const owners = groupBy(
    words.members.flatMap(({ userId, name, email }) => [
      { userId, word: fold(name) },
      ...(email === null ? [] : [{ userId, word: fold(email) }]),
    ]),
    ({ word }) => word,
  );
  const reasons = byName(words.lostReasons, ({ nameNorm }) => [nameNorm]);
  const stagesOf = {
    lead: stageFinder(words, "lead"),
    opportunity: stageFinder(words, "opportunity"),
  };
  return {
    channel: (text) => channels.get(fold(text))?.id ?? null,
    campaign: (text, channelId) => {
      const named = (campaigns.get(fold(text)) ?? []).filter(
        (one) => channelId === null || one.channelId === channelId,
      );
      const live = named.filter(({ archivedAt }) => archivedAt === null);
      return only(live) ?? (live.length === 0 ? only(named) : null);
    },
    owner: (text) => {
      const users = [...new Set((owners.get(fold(text)) ?? []).map(({ userId }) => userId))];
      return only(users);
    },
    stage: (subject, text) => stagesOf[subject](fold(text)),
    lostReason: (text) => reasons.get(fold(text))?.id ?? null,
  };
}

/** Live stages only: a record cannot enter one that is put away. Then the words for a kind itself. */
function stageFinder({ stages }: TeamWords, subject: Subject) {
  const live = stages.filter((stage) => stage.subject === subject && stage.archivedAt === null);
  const named = byName(live, ({ nameNorm }) => [nameNorm]);
  return (word: string): StageRef | null => {
    const found = named.get(word) ?? live.find(({ kind }) => KIND_WORDS[kind].includes(word));
    return found ? { id: found.id, kind: found.kind } : null;
  };
}

/** Folded words that people's files use for a kind, whatever the team calls its stages. */
const KIND_WORDS: Readonly<Record<Kind, readonly string[]>> = {
  open: ["open", "apen", "apent", "new", "ny", "nytt"],
  qualified: ["qualified", "kvalifisert", "opportunity", "salgsmulighet"],
  customer: ["customer", "kunde", "converted", "won", "vunnet"],
  not_a_fit: ["not a fit", "not_a_fit", "unqualified", "disqualified", "ikke aktuell", "ikke aktuelt"],
  excluded: ["excluded", "holdt utenfor"],
  won: ["won", "vunnet", "closed won", "closedwon", "ja", "yes"],
  lost: ["lost", "tapt", "closed lost", "closedlost", "nei", "no"],
};

function byName<T extends { readonly archivedAt: Date | null }>(
  things: readonly T[],
  wordsOf: (thing: T) => readonly string[],
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  // Archived first and last things first, so that the live and the first ones stay.
  const inOrder = things.toReversed().toSorted((a, b) => Number(a.archivedAt === null) - Number(b.archivedAt === null));
  for (const thing of inOrder) for (const word of wordsOf(thing)) if (word !== "") found.set(word, thing);
  return found;
}

function only<T>(things: readonly T[]): T | null {
  const [first, ...more] = things;
  return first !== undefined && more.length === 0 ? first : null;
}
