import { localDate, startOfLocalDay } from "@/lib/domain/period";
import type { When } from "./transition";

export const NEVER_TOLD: When = { occurredAt: null, occurredOn: null, dateOnly: true };

/** This very moment, on the team's calendar. */
export function rightNow(zone: string, now: Date): When {
  return { occurredAt: now, occurredOn: localDate(zone, now), dateOnly: false };
}

/** A day that was stated: nothing or today means now; null when it lies in the future. */
export function onDay(day: string | null, zone: string, now: Date): When | null {
  const today = localDate(zone, now);
  if (day === null || day === today) return rightNow(zone, now);
  return day > today ? null : wholeDay(day, zone);
}

/** A moment that was stated; null when it lies in the future. */
export function atMoment(moment: Date, zone: string, now: Date): When | null {
  return moment > now ? null : rightNow(zone, moment);
}

/** A day and no more, as imports and deals know it. */
export function wholeDay(day: string, zone: string): When {
  return { occurredAt: startOfLocalDay(zone, day), occurredOn: day, dateOnly: true };
}
