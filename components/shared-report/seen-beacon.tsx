"use client";

import { useEffect } from "react";

const SEEN_AFTER_MS = 2_000;

/** Says once that somebody has had the page before them for two seconds. Without scripts nothing is said. */
export function SeenBeacon({ address }: { readonly address: string }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== "visible") return;
      timer = setTimeout(() => {
        document.removeEventListener("visibilitychange", look);
        navigator.sendBeacon(address);
      }, SEEN_AFTER_MS);
    };
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [address]);
  return null;
}
