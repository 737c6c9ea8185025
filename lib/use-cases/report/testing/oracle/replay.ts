import { daysFrom, moment, precedes } from "./clock";
import type { LogRow, Question } from "./rows";

type Asked = Pick<Question, "seq" | "at" | "timeZone" | "windowDays">;

interface Base {
  readonly id: string;
  readonly kind: string;
  readonly fault: boolean;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  /** Whether a fixed window may look at it; without a window, always. */
  readonly counts: boolean;
}

export interface Opportunity extends Base {
  readonly lead: string | null;
  readonly openedDay: string | null;
  readonly closedDay: string | null;
}

export interface Lead extends Base {
  readonly cameInDay: string | null;
  readonly qualified: boolean;
  readonly qualifiedDay: string | null;
  readonly decidedDay: string | null;
  /** Of its opportunities, if it has any: at least one won, else at least one open, else all lost. */
  readonly best: "won" | "open" | "lost" | null;
}

export interface World {
  readonly leads: readonly Lead[];
  readonly opportunities: readonly Opportunity[];
}

/** Everything as of a number of the log, by reading it from its beginning. */
export function replay(log: readonly LogRow[], asked: Asked): World {
  const records = standingRecords(log.filter((row) => row.seq <= asked.seq));
  const opportunities: Life[] = [];
  for (const [key, rows] of records) if (key.startsWith("opportunity ")) opportunities.push(opportunityLife(rows));
  const leads: Lead[] = [];
  for (const [key, rows] of records) {
    if (!key.startsWith("lead ")) continue;
    const [first] = rows;
    if (first)
      leads.push(
        leadOf(
          rows,
          first,
          opportunities.filter(({ lead }) => lead === first.leadId),
          asked,
        ),
      );
  }
  return { leads, opportunities: opportunities.map((life) => seen(life, asked)) };
}

/** The rows that stand of a record, as of a number of the log. */
export function standingRowsOf(log: readonly LogRow[], { seq }: Pick<Question, "seq">) {
  const records = standingRecords(log.filter((row) => row.seq <= seq));
  return (subject: "lead" | "opportunity", id: string): readonly LogRow[] => records.get(`${subject} ${id}`) ?? [];
}

/** Each record's rows in the order of recording: an undone row is taken out by the row that undoes it. */
function standingRecords(heard: readonly LogRow[]): ReadonlyMap<string, readonly Told[]> {
  const records = new Map<string, Told[]>();
  for (const row of [...heard].sort((a, b) => a.seq - b.seq)) {
    const key = row.subject === "lead" ? `lead ${row.leadId}` : `opportunity ${row.opportunityId}`;
    const before = records.get(key) ?? [];
    const start = before[0];
    const isFaulty = start !== undefined && precedes(row, start) === true;
    const after =
      row.undoesId === null ? [...before, { ...row, isFaulty }] : before.filter(({ id }) => id !== row.undoesId);
    records.set(key, after);
  }
  return new Map([...records].filter(([, rows]) => rows.length > 0));
}

/** A row, and whether it says that something happened before its record began. */
type Told = LogRow & { readonly isFaulty: boolean };

interface Life {
  readonly id: string;
  readonly lead: string | null;
  readonly first: LogRow;
  readonly last: LogRow;
  /** The row that closed it; none while it is open. */
  readonly close: LogRow | null;
  readonly fault: boolean;
}

function opportunityLife(rows: readonly Told[]): Life {
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (!first || !last) throw new Error("an opportunity without a row");
  const wins = rows.filter((row) => row.toKind === "won" && row.fromKind !== "won");
  const losses = rows.filter((row) => row.toKind === "lost" && row.fromKind !== "lost");
  const close = last.toKind === "won" ? wins[0] : last.toKind === "lost" ? losses[losses.length - 1] : undefined;
  const fault = rows.some((row) => row.isFaulty);
  return { id: String(first.opportunityId), lead: last.leadId, first, last, close: close ?? null, fault };
}

function seen({ id, lead, first, last, close, fault }: Life, { at, timeZone, windowDays }: Asked): Opportunity {
  const closed = close !== null && (windowDays === null || isIn(windowDays, first, close, timeZone)) ? close : null;
  return {
    ...{ id, lead, fault, kind: closed === null && windowDays !== null ? "open" : String(last.toKind) },
    ...{ channel: first.channelId, campaign: first.campaignId, owner: (closed ?? last).ownerId },
    ...{ openedDay: first.occurredOn, closedDay: closed?.occurredOn ?? null },
    counts:
      windowDays === null || (!fault && isOld(windowDays, first, at, timeZone) && (!close || isAfter(close, first))),
  };
}

function leadOf(rows: readonly Told[], first: LogRow, lives: readonly Life[], asked: Asked): Lead {
  const last = rows[rows.length - 1] ?? first;
  const { at, timeZone, windowDays } = asked;
  const became = rows.find((row) => row.toKind === "customer") ?? null;
  const refusals = rows.filter(
    ({ toKind, fromKind }) => toKind === "not_a_fit" && fromKind !== "not_a_fit" && fromKind !== "excluded",
  );
  const ever =
    last.toKind === "customer" ? became : last.toKind === "not_a_fit" ? (refusals[refusals.length - 1] ?? null) : null;
  const makers = lives.filter((life) => became === null || precedes(became, life.first) !== true);
  const within = (row: LogRow) => windowDays === null || isIn(windowDays, first, row, timeZone);
  const decided = ever !== null && within(ever) ? ever : null;
  const qualified =
    makers.some((life) => within(life.first)) || (makers.length > 0 && decided !== null && last.toKind === "customer");
  const days = makers.map((life) => life.first.occurredOn).filter((day) => day !== null);
  const kinds = lives
    .filter((life) => within(life.first))
    .map((life) => (life.close !== null && within(life.close) ? life.close.toKind : "open"));
  const fault = rows.some((row) => row.isFaulty);
  const isSound =
    !fault &&
    (ever === null || isAfter(ever, first)) &&
    !makers.some((life) => precedes(life.first, first) === true) &&
    (makers.length === 0 || days.length > 0);
  return {
    ...{ id: String(first.leadId), fault, cameInDay: first.occurredOn, qualified },
    kind: windowDays === null || last.toKind === "excluded" ? String(last.toKind) : (decided?.toKind ?? "open"),
    ...{ channel: first.channelId, campaign: first.campaignId, owner: (decided ?? last).ownerId },
    qualifiedDay: qualified ? (days.sort()[0] ?? null) : null,
    decidedDay: decided?.occurredOn ?? null,
    best: kinds.includes("won") ? "won" : kinds.includes("open") ? "open" : kinds.length > 0 ? "lost" : null,
    counts: windowDays === null || (isSound && isOld(windowDays, first, at, timeZone)),
  };
}

function isIn(days: number, start: LogRow, end: LogRow, zone: string): boolean {
  const took = daysFrom(start, end, zone);
  return took !== null && took <= days;
}

function isOld(days: number, start: LogRow, at: Date, zone: string): boolean {
  const age = daysFrom(start, moment(at, zone), zone);
  return age !== null && age >= days;
}

/** Known not to be before it. */
function isAfter(end: LogRow, start: LogRow): boolean {
  return precedes(end, start) === false;
}
