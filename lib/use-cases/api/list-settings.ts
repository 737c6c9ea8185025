import { z } from "zod";
import * as pipeline from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Id } from "@/lib/domain/ids";
import { idCursorField, LIMIT_FIELD, pageOf, sliceOf } from "./page-fields";

export const ListSettingsInput = z.strictObject({ limit: LIMIT_FIELD, cursor: idCursorField<Id<string>>() });
type ListSettings = z.output<typeof ListSettingsInput>;

export async function listChannels({ db }: TeamContext, input: ListSettings) {
  const rows = await pipeline.listChannels(db);
  return page(
    rows.map(({ nameNorm: _, aliases, ...channel }) => ({ ...channel, aliases: aliases.split("\n").filter(Boolean) })),
    input,
  );
}

export async function listCampaigns({ db }: TeamContext, input: ListSettings) {
  const rows = await pipeline.listCampaigns(db);
  return page(
    rows.map(({ nameNorm: _, costMinor, currency, ...campaign }) => ({
      ...campaign,
      cost: costMinor === null || currency === null ? null : { minor: costMinor, currency },
    })),
    input,
  );
}

export async function listStages({ db }: TeamContext, input: ListSettings) {
  return page(await pipeline.listStages(db), input);
}

export async function listLostReasons({ db }: TeamContext, input: ListSettings) {
  const rows = await pipeline.listLostReasons(db);
  return page(
    rows.map(({ nameNorm: _, ...reason }) => reason),
    input,
  );
}

/** Bounded lists that were read whole: in the order of their ids, so that a cursor has a place in it. */
function page<Row extends { readonly id: string }>(rows: readonly Row[], input: ListSettings) {
  const { after, limit } = sliceOf(input);
  const ordered = rows.filter(({ id }) => after === null || id > after).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return pageOf(ordered.slice(0, limit + 1), limit, ({ id }) => id);
}
