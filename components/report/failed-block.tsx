"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { FailedCard, type FailedWords } from "./failed-card";

/** A figure whose numbers could not be had. */
export function FailedBlock({ onRetry, ...words }: FailedWords & { readonly onRetry?: () => void }) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      onRetry?.();
    });
  return <FailedCard {...words} onRetry={retry} />;
}
