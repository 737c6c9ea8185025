"use client";

import { useRouter } from "next/navigation";
import { FailedCard, type FailedWords } from "./failed-card";

/** A figure whose numbers could not be had. */
export function FailedBlock(words: FailedWords) {
  const router = useRouter();
  return <FailedCard {...words} onRetry={() => router.refresh()} />;
}
