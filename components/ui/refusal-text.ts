"use client";

import { useTranslations } from "next-intl";
import type { ActionState } from "@/lib/domain/action-state";

type Refused = Extract<ActionState, { status: "refused" }>;

/** The words for a refusal as a whole. */
export function useRefusalText(): (state: Refused) => string {
  const t = useTranslations("errors.code");
  return ({ code, errorId = "", details }) => t(code, { ...NOTHING_KNOWN, id: errorId, ...details });
}

const NOTHING_KNOWN = { n: 0, by: "nobody", who: "" };
