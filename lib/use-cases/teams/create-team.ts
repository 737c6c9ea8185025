import { z } from "zod";
import { createMember } from "@/db/mutations/members";
import { createChannels, createLostReasons, createStages } from "@/db/mutations/pipeline";
import { createTeamRow } from "@/db/mutations/teams";
import type { NewTeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { ChannelId, Id, LostReasonId, StageId } from "@/lib/domain/ids";
import { parseTimeZone } from "@/lib/domain/input/time-zone";
import { accept } from "@/lib/domain/input/parsed";
import { type Preset, type Scenario, SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { teamSlug } from "@/lib/domain/teams/team-slug";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, field, teamNameField } from "@/lib/use-cases/fields";

const HOME = { timeZone: "Europe/Oslo", currency: "NOK" } as const;
const SLUG_TRIES = 8;

export const CreateTeamInput = z.strictObject({
  name: teamNameField,
  scenario: choiceField(SCENARIOS),
  // The browser's guess, filled in by a script or not at all: a wrong one is no reason to refuse a team.
  timeZone: field((input) => {
    const zone = parseTimeZone(input);
    return accept(zone.ok ? zone.value : HOME.timeZone);
  }),
});
export type CreateTeamInput = z.output<typeof CreateTeamInput> & { readonly currency?: string };

/** A new team with the stages, channels and reasons of its scenario, in the language of its maker, who owns it. */
export async function createTeam(ctx: NewTeamContext, input: CreateTeamInput): Promise<{ readonly slug: string }> {
  const { db, now, user } = ctx;
  const slug = await createWithFreeSlug(ctx, input);
  await createMember(db, {
    id: ctx.newId<Id<"membership">>(),
    userId: user.id,
    name: user.name,
    role: "owner",
    createdAt: now,
  });
  await createPipeline(ctx, PRESETS[input.scenario]);
  await recordActivity(ctx, "team.created", ["team", db.teamId]);
  return { slug };
}

async function createWithFreeSlug(ctx: NewTeamContext, input: CreateTeamInput & { scenario: Scenario }) {
  const { name, scenario, timeZone, currency = HOME.currency } = input;
  for (let tries = 0; tries < SLUG_TRIES; tries += 1) {
    const slug = teamSlug(name, tries === 0 ? null : ctx.newId<Id<"suffix">>().slice(-4));
    const team = { slug, name, scenario, timeZone, currency, logAt: ctx.now, createdAt: ctx.now };
    if (await createTeamRow(ctx.db, team)) return slug;
  }
  throw new AppError("unavailable");
}

async function createPipeline({ db, newId, user: { locale } }: NewTeamContext, preset: Preset): Promise<void> {
  const stages = [
    ...preset.leadStages.map((stage) => ({ ...stage, subject: "lead" as const })),
    ...preset.opportunityStages.map((stage) => ({ ...stage, subject: "opportunity" as const })),
  ];
  const named = (name: string, position: number) => ({ name, nameNorm: fold(name), position });
  await createStages(
    db,
    stages.map(({ subject, kind, name }, i) => ({ id: newId<StageId>(), subject, kind, ...named(name[locale], i) })),
  );
  await createChannels(
    db,
    preset.channels.map((name, i) => ({ id: newId<ChannelId>(), aliases: "", ...named(name[locale], i) })),
  );
  await createLostReasons(
    db,
    preset.lostReasons.map((name, i) => ({ id: newId<LostReasonId>(), ...named(name[locale], i) })),
  );
}
