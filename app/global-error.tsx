"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import fallback from "@/messages/fallback.json";

/** Stands in for the whole page when even the layout failed, so it knows no language and says it in both. */
export default function GlobalError({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <html lang="nb-NO">
      <body className="mx-auto grid max-w-prose gap-12 px-4 py-24">
        {Object.entries(fallback).map(([lang, words]) => (
          <section key={lang} lang={lang} className="grid justify-items-start gap-4">
            <h1 className="text-3xl font-semibold tracking-tight">{words.title}</h1>
            <p className="text-muted">
              {words.text} {error.digest ?? "–"}
            </p>
            <Button onClick={reset}>{words.retry}</Button>
          </section>
        ))}
      </body>
    </html>
  );
}
