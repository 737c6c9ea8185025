import { localDate } from "@/lib/domain/period";
import type { Parsed } from "@/lib/domain/errors";
import { type DateFormat, parseDateImport } from "@/lib/domain/input/date-import";
import { accept, refuse } from "@/lib/domain/input/parsed";
import type { TimesAre } from "./batch";

export interface DateReading {
  readonly format: DateFormat;
  readonly timesAre: TimesAre;
  readonly zone: string;
}

/**
 * The day in a cell, which may carry a time: as in "2018-02-26 19:58:54". Without a zone of its own the time is ignored, or is
 * of UTC where the mapping says so; with one ("Z", "+01:00") it is that moment, on the team's calendar.
 */
export function readDateCell(text: string, { format, timesAre, zone }: DateReading): Parsed<string> {
  const [, date = text, hour, minute, second, offset] = WITH_TIME.exec(text.trim()) ?? [];
  const day = parseDateImport(date, format);
  if (!day.ok || hour === undefined) return day;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 60) return refuse("date");
  if (offset === undefined && timesAre === "as-written") return day;
  const ahead = minutesAhead(offset);
  if (ahead === null) return refuse("date");
  const [year = 0, month = 0, dayOfMonth = 0] = day.value.split("-").map(Number);
  const local = localDate(zone, new Date(Date.UTC(year, month - 1, dayOfMonth, hours, minutes - ahead, seconds)));
  return local < "1970" || local >= "2100" ? refuse("date") : accept(local);
}

const WITH_TIME = /^(\S{1,10})[T ]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/;

function minutesAhead(offset: string | undefined): number | null {
  if (offset === undefined || offset === "Z" || offset === "UTC") return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
