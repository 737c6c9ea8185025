import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listLogEntries } from "@/db/queries/activity";
import { listCampaigns, listChannels, listLostReasons } from "@/db/queries/pipeline";
import { listTargets } from "@/db/queries/targets";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import { addCampaign, addCampaignInput } from "@/lib/use-cases/campaigns/add-campaign";
import { archiveCampaign } from "@/lib/use-cases/campaigns/archive-campaign";
import { editCampaign } from "@/lib/use-cases/campaigns/edit-campaign";
import { addChannel, AddChannelInput } from "@/lib/use-cases/channels/add-channel";
import { archiveChannel } from "@/lib/use-cases/channels/archive-channel";
import { editChannel } from "@/lib/use-cases/channels/edit-channel";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { addLostReason } from "@/lib/use-cases/lost-reasons/add-lost-reason";
import { archiveLostReason } from "@/lib/use-cases/lost-reasons/archive-lost-reason";
import { renameLostReason } from "@/lib/use-cases/lost-reasons/rename-lost-reason";
import { removeTarget } from "@/lib/use-cases/targets/remove-target";
import { setTarget, setTargetInput } from "@/lib/use-cases/targets/set-target";
import { changeTeamSettings } from "@/lib/use-cases/teams/change-team-settings";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";

let database: TestDatabase;
let desk: ReturnType<typeof teamDesk>;
let team: { teamId: TeamId; owner: Member };
let foreign: { teamId: TeamId; owner: Member };

beforeAll(async () => {
  database = await testDatabase();
  desk = teamDesk(database.db);
  foreign = await desk.newTeam();
});
beforeEach(async () => {
  team = await desk.newTeam();
});
afterAll(async () => database.drop());

const as = <T>(work: (ctx: TeamContext) => Promise<T>) => desk.as(team.teamId, team.owner, work);
const inForeign = <T>(work: (ctx: TeamContext) => Promise<T>) => desk.as(foreign.teamId, foreign.owner, work);
const taken = { details: { fields: { name: "name-taken" } } };
const notFound = { code: "not-found" };

function only<T>(rows: readonly T[], isIt: (row: T) => boolean): T {
  const found = rows.find(isIt);
  if (!found) throw new Error("not there");
  return found;
}

it("a channel is added with other words for it, edited, and archived out of the way of its name", async () => {
  const typed = AddChannelInput.parse({ name: "Messe", aliases: "Stand\nMESSER, stand" });
  const { id } = await as((ctx) => addChannel(ctx, typed));
  expect(only(await as(({ db }) => listChannels(db)), (one) => one.id === id)).toMatchObject({
    name: "Messe",
    aliases: "stand\nmesser",
  });
  await expect(as((ctx) => addChannel(ctx, { name: "STAND", aliases: "" }))).rejects.toMatchObject(taken);
  await as((ctx) => editChannel(ctx, { id, version: 1, name: "Messer", aliases: "" }));
  await expect(as((ctx) => editChannel(ctx, { id, version: 1, name: "X", aliases: "" }))).rejects.toMatchObject({
    code: "conflict",
  });
  await as((ctx) => archiveChannel(ctx, { id, version: 2 }));
  await as((ctx) => addChannel(ctx, { name: "messer", aliases: "" }));
  await expect(inForeign((ctx) => editChannel(ctx, { id, version: 2, name: "Y", aliases: "" }))).rejects.toMatchObject(
    notFound,
  );
  await expect(inForeign((ctx) => archiveChannel(ctx, { id, version: 2 }))).rejects.toMatchObject(notFound);
});

it("a campaign has a channel of its team, a cost in a currency, and does not end before it starts", async () => {
  const [channel] = await as(({ db }) => listChannels(db));
  const [theirs] = await inForeign(({ db }) => listChannels(db));
  if (!channel || !theirs) throw new Error("no channels");
  const typed = { name: "Høst", audienceSize: "12 000", amount: "1 234,50", currency: "NOK" };
  const input = addCampaignInput("nb").parse({
    ...{ ...typed, channelId: channel.id, startsOn: "1.9.2026", endsOn: "30.11.2026" },
  });
  const { id } = await as((ctx) => addCampaign(ctx, input));
  const stored = only(await as(({ db }) => listCampaigns(db)), (one) => one.id === id);
  expect(stored).toMatchObject({
    ...{ channelId: channel.id, audienceSize: 12_000, costMinor: 123_450, currency: "NOK" },
    ...{ startsOn: "2026-09-01", endsOn: "2026-11-30" },
  });
  await expect(as((ctx) => addCampaign(ctx, { ...input, name: "HØST" }))).rejects.toMatchObject(taken);
  await expect(as((ctx) => addCampaign(ctx, { ...input, channelId: theirs.id }))).rejects.toMatchObject({
    details: { fields: { channelId: "choice" } },
  });
  const { channelId: _, ...facts } = input;
  await expect(
    as((ctx) => editCampaign(ctx, { ...facts, id, version: 1, endsOn: "2026-08-01" })),
  ).rejects.toMatchObject({ details: { fields: { endsOn: "date-order" } } });
  await expect(inForeign((ctx) => editCampaign(ctx, { ...facts, id, version: 1 }))).rejects.toMatchObject(notFound);
  await expect(inForeign((ctx) => archiveCampaign(ctx, { id, version: 1 }))).rejects.toMatchObject(notFound);
  await as((ctx) => editCampaign(ctx, { ...facts, id, version: 1, money: null }));
  expect(only(await as(({ db }) => listCampaigns(db)), (one) => one.id === id)).toMatchObject({
    costMinor: null,
    currency: null,
    version: 2,
  });
  await as((ctx) => archiveCampaign(ctx, { id, version: 2 }));
});

it("a lost reason is added, renamed and archived; another team's is not found", async () => {
  const { id } = await as((ctx) => addLostReason(ctx, { name: "Flyttet" }));
  await expect(as((ctx) => addLostReason(ctx, { name: "pris" }))).rejects.toMatchObject(taken);
  await as((ctx) => renameLostReason(ctx, { id, version: 1, name: "Lagt ned" }));
  const named = only(await as(({ db }) => listLostReasons(db)), (one) => one.id === id);
  expect(named.name).toBe("Lagt ned");
  await expect(inForeign((ctx) => renameLostReason(ctx, { id, version: 2, name: "Z" }))).rejects.toMatchObject(
    notFound,
  );
  await expect(inForeign((ctx) => archiveLostReason(ctx, { id, version: 2 }))).rejects.toMatchObject(notFound);
  await as((ctx) => archiveLostReason(ctx, { id, version: 2 }));
});

it("name, currency and what counts as converted can change; the time zone only before the first record", async () => {
  const wanted = { name: "Nordlys AS", currency: "EUR", leadConvertsAt: "opportunity" } as const;
  await as((ctx) => changeTeamSettings(ctx, { ...wanted, version: 1, timeZone: "Europe/London" }));
  await as(async (ctx) => expect(ctx.team).toMatchObject({ ...wanted, timeZone: "Europe/London", version: 2 }));
  await expect(
    as((ctx) => changeTeamSettings(ctx, { ...wanted, version: 1, timeZone: "Europe/Oslo" })),
  ).rejects.toMatchObject({ code: "conflict" });
  await as((ctx) =>
    createLead(ctx, {
      ...{ name: "Kari", company: null, email: null, phone: null, note: "", channelId: null, campaignId: null },
      ...{ ownerId: null, cameInOn: null, money: null },
    }),
  );
  await expect(
    as((ctx) => changeTeamSettings(ctx, { ...wanted, version: 2, timeZone: "Europe/Oslo" })),
  ).rejects.toMatchObject({ details: { fields: { timeZone: "choice" } } });
  await as((ctx) => changeTeamSettings(ctx, { ...wanted, version: 2, timeZone: "Europe/London", name: "Nordlys" }));
});

it("a target is set in per cent from a day on, replaced on the same day, and removed", async () => {
  const input = (percent: string) =>
    setTargetInput("nb").parse({ metric: "lead-conversion", channelId: "", percent, validFrom: "1.1.2026" });
  await as((ctx) => setTarget(ctx, input("20")));
  await as((ctx) => setTarget(ctx, input("22,5 %")));
  const targets = await as(({ db }) => listTargets(db));
  expect(targets).toMatchObject([{ rateBp: 2250, validFrom: "2026-01-01", channelId: null }]);
  const [target] = targets;
  if (!target) throw new Error("no target");
  await expect(inForeign((ctx) => removeTarget(ctx, target))).rejects.toMatchObject(notFound);
  await as((ctx) => removeTarget(ctx, target));
  expect(await as(({ db }) => listTargets(db))).toEqual([]);
  for (const percent of ["0", "0,99", "99,01", "100", "-5", "1e1", "tjue"]) {
    expect(() => input(percent), percent).toThrow();
  }
});

it("every change of settings is in the log, in ids and names of fields, and never in words", async () => {
  const { id } = await as((ctx) => addChannel(ctx, { name: "Hemmelig messe", aliases: "" }));
  await as((ctx) => editChannel(ctx, { id, version: 1, name: "Hemmelig stand", aliases: "" }));
  const entries = await as(({ db }) => listLogEntries(db, { before: null, limit: 10 }));
  expect(entries).toMatchObject([
    { seq: 3, action: "channel.edited", subjectId: id, fields: ["name"], actorId: team.owner.id },
    { seq: 2, action: "channel.added", subjectId: id },
    { seq: 1, action: "team.created" },
  ]);
  expect(JSON.stringify(entries)).not.toContain("emmelig");
  const older = await as(({ db }) => listLogEntries(db, { before: 3, limit: 1 }));
  expect(older.map(({ seq }) => seq)).toEqual([2, 1]);
});
