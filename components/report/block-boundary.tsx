"use client";

import { catchError } from "next/error";
import { FailedCard, type FailedWords } from "./failed-card";

/** One figure that cannot be drawn leaves the others as they are. */
export const BlockBoundary = catchError(function Failed(words: FailedWords, { retry }) {
  return <FailedCard {...words} onRetry={retry} />;
});
