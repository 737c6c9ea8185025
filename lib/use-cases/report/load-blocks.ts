import type { TeamContext } from "@/lib/auth/team-context";
import type { BlockData, Loaded, LoadedBlock, LoadedBlocks } from "@/lib/domain/metrics/block-data";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { report } from "@/lib/log";
import type { Known } from "./counting-of";
import { loadLosses } from "./load-losses";
import { loadMaturation } from "./load-maturation";
import { loadMoney } from "./load-money";
import { loadReach } from "./load-reach";
import { loadTime } from "./load-time";
import { loadTrend } from "./load-trend";

type Asker = Pick<TeamContext, "db" | "team" | "now">;
type Load<T> = (ctx: Asker, query: ReportQuery, known?: Known) => Promise<T>;
export type BlockLoaders = { readonly [Id in LoadedBlock]: Load<BlockData[Id]> };

export const LOADERS: BlockLoaders = {
  trend: loadTrend,
  maturation: loadMaturation,
  reach: loadReach,
  losses: loadLosses,
  time: loadTime,
  money: loadMoney,
};

/** What each block is drawn from, all of one moment; one that fails is logged and leaves the others as they are. */
export async function loadBlocks(
  ctx: Asker,
  query: ReportQuery,
  known: Known = {},
  loaders = LOADERS,
): Promise<Required<LoadedBlocks>> {
  const load = <Id extends LoadedBlock>(id: Id) => tried(id, () => loaders[id](ctx, query, known), ctx);
  return {
    trend: await load("trend"),
    maturation: await load("maturation"),
    reach: await load("reach"),
    losses: await load("losses"),
    time: await load("time"),
    money: await load("money"),
  };
}

async function tried<T>(block: LoadedBlock, load: () => Promise<T>, { db }: Asker): Promise<Loaded<T>> {
  try {
    return { kind: "loaded", data: await db.apart(load) };
  } catch (error) {
    return { kind: "failed", errorId: report(error, `the block ${block}`).errorId };
  }
}
