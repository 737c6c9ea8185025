import { asc } from "drizzle-orm";
import { campaigns, channels, lostReasons, stages } from "@/db/schema/pipeline";
import type { TeamDb } from "@/db/scope";

const MANY = 2000;

/** All stages, archived ones too, in order. */
export async function listStages(db: TeamDb) {
  return db.tx
    .select({
      id: stages.id,
      subject: stages.subject,
      kind: stages.kind,
      name: stages.name,
      position: stages.position,
      archivedAt: stages.archivedAt,
      version: stages.version,
    })
    .from(stages)
    .where(db.where(stages))
    .orderBy(asc(stages.subject), asc(stages.position), asc(stages.id))
    .limit(MANY);
}

export async function listChannels(db: TeamDb) {
  return db.tx
    .select({
      id: channels.id,
      name: channels.name,
      nameNorm: channels.nameNorm,
      aliases: channels.aliases,
      position: channels.position,
      archivedAt: channels.archivedAt,
      version: channels.version,
    })
    .from(channels)
    .where(db.where(channels))
    .orderBy(asc(channels.position), asc(channels.id))
    .limit(MANY);
}

export async function listCampaigns(db: TeamDb) {
  return db.tx
    .select({
      id: campaigns.id,
      channelId: campaigns.channelId,
      name: campaigns.name,
      nameNorm: campaigns.nameNorm,
      audienceSize: campaigns.audienceSize,
      costMinor: campaigns.costMinor,
      currency: campaigns.currency,
      startsOn: campaigns.startsOn,
      endsOn: campaigns.endsOn,
      archivedAt: campaigns.archivedAt,
      version: campaigns.version,
    })
    .from(campaigns)
    .where(db.where(campaigns))
    .orderBy(asc(campaigns.nameNorm), asc(campaigns.id))
    .limit(MANY);
}

export async function listLostReasons(db: TeamDb) {
  return db.tx
    .select({
      id: lostReasons.id,
      name: lostReasons.name,
      nameNorm: lostReasons.nameNorm,
      position: lostReasons.position,
      archivedAt: lostReasons.archivedAt,
      version: lostReasons.version,
    })
    .from(lostReasons)
    .where(db.where(lostReasons))
    .orderBy(asc(lostReasons.position), asc(lostReasons.id))
    .limit(MANY);
}
