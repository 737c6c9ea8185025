import { agency } from "./agency";
import { consultancy } from "./consultancy";
import { other } from "./other";
import type { Preset, Scenario } from "./preset";
import { startup } from "./startup";

/** The four scenarios: what a new team starts with. Source of the words: the article, and how the trade speaks. */
export const PRESETS = { startup, consultancy, agency, other } as const satisfies Record<Scenario, Preset>;
