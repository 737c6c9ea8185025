import { getLocale } from "next-intl/server";

/** An input that is read as the user's language writes dates and amounts. */
export function localized<S>(schema: (locale: "nb" | "en") => S): () => Promise<S> {
  return async () => schema(await getLocale());
}
