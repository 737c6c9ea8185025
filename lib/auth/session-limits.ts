const DAY_MS = 24 * 60 * 60 * 1000;

/** From the sign-in on, however often it is used. */
export const ABSOLUTE_MS = 90 * DAY_MS;
/** Since it was last seen. */
const IDLE_MS = 30 * DAY_MS;
/** Seen again only after this long, so that reading does not write each time. */
export const TOUCH_MS = 60 * 60 * 1000;

export function seenAfter(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}
