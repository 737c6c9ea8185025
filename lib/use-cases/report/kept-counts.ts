import type { CountedRow } from "@/db/queries/counts";
import type { countLost } from "@/db/queries/lost-at";
import type { sumOfLeads, sumSigned } from "@/db/queries/deal-sums";
import type { BlockData } from "@/lib/domain/metrics/block-data";
import type { CampaignId, TeamId } from "@/lib/domain/ids";
import type { Furthest } from "@/lib/domain/metrics/reach";
import type { SampleUse } from "@/lib/domain/metrics/report";
import type { CountedTwice } from "./count-groups";
import type { DecisionDays } from "./young-rates";

/** What of a report is counted: numbers, days and ids, and no word of the team's or of anybody. */
export interface Counts {
  sampleUse: SampleUse;
  days: DecisionDays;
  groups: CountedTwice;
  maturation: BlockData["maturation"];
  furthest: readonly Furthest[];
  lost: Awaited<ReturnType<typeof countLost>>;
  signed: Awaited<ReturnType<typeof sumSigned>>;
  ofLeads: Awaited<ReturnType<typeof sumOfLeads>>;
  sampleCampaigns: ReadonlySet<CampaignId>;
  campaigns: readonly CountedRow[];
}

/** Gives what was counted of the same question when the team's log ended where it ends now; else counts, and keeps it. */
export type Keep = <Name extends keyof Counts>(name: Name, count: () => Promise<Counts[Name]>) => Promise<Counts[Name]>;

export const keepNothing: Keep = (_, count) => count();

export interface Question {
  readonly teamId: TeamId;
  /** The hash at the end of the team's log, of the same moment as the counts: it is another after every change. */
  readonly logEnd: string;
  /** All that the counts depend on besides. */
  readonly asked: string;
}

interface OfTeam {
  readonly logEnd: string;
  readonly counts: Map<string, Partial<Counts>>;
}

/** The counts of the teams that asked last. Another end of a team's log, newer or older, and all that was kept of it is gone. */
export class KeptCounts {
  readonly #teams = new Map<TeamId, OfTeam>();

  constructor(private readonly most: { readonly teams: number; readonly questions: number }) {}

  keepFor({ teamId, logEnd, asked }: Question): Keep {
    const ofTeam = this.#ofTeam(teamId, logEnd);
    const counts = ofTeam.counts.get(asked) ?? {};
    place(ofTeam.counts, asked, counts, this.most.questions);
    return async (name, count) => {
      const kept = counts[name];
      if (kept !== undefined) return kept;
      const counted = await count();
      counts[name] = counted;
      return counted;
    };
  }

  #ofTeam(teamId: TeamId, logEnd: string): OfTeam {
    const kept = this.#teams.get(teamId);
    const ofTeam = kept?.logEnd === logEnd ? kept : { logEnd, counts: new Map<string, Partial<Counts>>() };
    place(this.#teams, teamId, ofTeam, this.most.teams);
    return ofTeam;
  }
}

/** As the last; the first goes where there are too many. */
function place<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [first] = map.keys();
  if (map.size > most && first !== undefined) map.delete(first);
}
