/** Browser and system as a session's user agent tells them; null when it tells neither by a name that we know. */
export function deviceOf(userAgent: string): { readonly browser: string; readonly system: string } | null {
  const browser = BROWSERS.find(({ sign }) => userAgent.includes(sign))?.name;
  const system = SYSTEMS.find(({ sign }) => userAgent.includes(sign))?.name;
  return browser === undefined || system === undefined ? null : { browser, system };
}

// In this order: most browsers name the ones that they descend from, too.
const BROWSERS = [
  { sign: "Edg", name: "Edge" },
  { sign: "OPR/", name: "Opera" },
  { sign: "Firefox/", name: "Firefox" },
  { sign: "FxiOS/", name: "Firefox" },
  { sign: "CriOS/", name: "Chrome" },
  { sign: "Chrome/", name: "Chrome" },
  { sign: "Safari/", name: "Safari" },
] as const;

const SYSTEMS = [
  { sign: "iPhone", name: "iPhone" },
  { sign: "iPad", name: "iPad" },
  { sign: "Android", name: "Android" },
  { sign: "Windows", name: "Windows" },
  { sign: "Mac OS X", name: "macOS" },
  { sign: "CrOS", name: "ChromeOS" },
  { sign: "Linux", name: "Linux" },
] as const;
