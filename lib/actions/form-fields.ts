import type { FormValues } from "@/lib/domain/action-state";
import { fieldError } from "@/lib/domain/errors";

/** The fields of a submitted form: text, and a list where a name is repeated. Files go to a route of their own. */
export function parseForm(form: FormData): FormValues {
  const names = new Set(Array.from(form.keys()).filter((name) => !name.startsWith(OF_REACT)));
  return Object.fromEntries(Array.from(names, (name) => [name, valueOf(name, form.getAll(name))]));
}

/** React's own entries beside what was typed, when a form is sent without JavaScript. */
const OF_REACT = "$ACTION_";

function valueOf(name: string, values: readonly FormDataEntryValue[]): string | readonly string[] {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length < values.length) throw fieldError({ [name]: "text" });
  const [only, ...more] = texts;
  return only !== undefined && more.length === 0 ? only : texts;
}
