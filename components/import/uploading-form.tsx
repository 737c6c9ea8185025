"use client";

import { useState } from "react";
import { FILE_BYTES_MAX } from "@/lib/domain/import/batch";
import { Refused } from "./refused";

/**
 * Sends what was chosen or pasted from the page, so that it stays there when it is refused. Without scripts the form goes by
 * itself.
 */
export function UploadingForm({ action, refusal, words, children, ...form }: UploadingFormProps) {
  const [refused, setRefused] = useState(refusal);
  const [isSending, setSending] = useState(false);
  async function send(event: React.SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const fields = new FormData(event.currentTarget);
    if (bytesOf(fields) > FILE_BYTES_MAX) return setRefused(words.tooBig);
    setSending(true);
    const answer = await upload(action, fields);
    if (answer.to !== undefined) return window.location.assign(answer.to);
    setRefused(answer.refusal ?? words.failed);
    setSending(false);
  }
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      aria-busy={isSending}
      onSubmit={(event) => void send(event)}
      {...form}
    >
      {children}
      <Refused>{refused}</Refused>
    </form>
  );
}

/** What the server says; nothing when it could not be asked or is no longer this version. */
async function upload(action: string, fields: FormData): Promise<{ readonly to?: string; readonly refusal?: string }> {
  try {
    const response = await fetch(action, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : {};
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return {};
    throw error;
  }
}

function bytesOf(fields: FormData): number {
  const file = fields.get("file");
  if (file instanceof File && file.size > 0) return file.size;
  return new Blob([String(fields.get("pasted") ?? "")]).size;
}

type UploadingFormProps = {
  readonly action: string;
  readonly refusal: string | null;
  readonly words: { readonly tooBig: string; readonly failed: string };
  readonly className?: string;
  readonly children: React.ReactNode;
};
