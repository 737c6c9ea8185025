"use client";

import { useSyncExternalStore } from "react";

/** Tells the server where the browser is; without scripts it stays empty, and the server has its own guess. */
export function TimeZoneInput() {
  const zone = useSyncExternalStore(neverChanges, readZone, () => "");
  return <input type="hidden" name="timeZone" value={zone} />;
}

function neverChanges() {
  return () => {};
}

function readZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
