import type { Messages } from "next-intl";

/** What the browser is sent. A namespace belongs here only if a client component reads it; the rest stays on the server. */
const CLIENT_NAMESPACES = [
  "common",
  "errors",
  "counter",
  "leads",
  "opportunities",
  "deals",
  "bulk",
  "keys",
] as const satisfies readonly (keyof Messages)[];

export function clientMessages(messages: Messages): Pick<Messages, (typeof CLIENT_NAMESPACES)[number]> {
  return {
    common: messages.common,
    errors: messages.errors,
    counter: messages.counter,
    leads: messages.leads,
    opportunities: messages.opportunities,
    deals: messages.deals,
    bulk: messages.bulk,
    keys: messages.keys,
  };
}
