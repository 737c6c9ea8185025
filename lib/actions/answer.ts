import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { assertOwnOrigin } from "@/lib/auth/own-origin";
import type { ActionState, FormValues } from "@/lib/domain/action-state";
import { AppError, fieldError } from "@/lib/domain/errors";
import { report } from "@/lib/log";
import { fieldErrors } from "@/lib/use-cases/field-errors";
import { parseForm } from "./form-fields";

/** The one path of every form: own origin, parsed input, then the work; its result, a refusal in codes, or an id in the log. */
export async function answer<I, T>(
  input: z.ZodType<I>,
  form: FormData,
  run: (input: I) => Promise<T>,
): Promise<ActionState<T>> {
  let typed: FormValues = {};
  try {
    await assertOwnOrigin();
    typed = parseForm(form);
    return { status: "ok", data: await run(parse(input, typed)), at: Date.now() };
  } catch (error) {
    unstable_rethrow(error); // redirect() and notFound() are answers of their own
    return { status: "refused", values: withoutSecrets(typed), ...refusal(error) };
  }
}

function parse<I>(input: z.ZodType<I>, typed: FormValues): I {
  const parsed = input.safeParse(typed);
  if (parsed.success) return parsed.data;
  const found = Object.entries(fieldErrors(parsed.error));
  // In the order of the form, as the summary lists them.
  const place = ([name]: [string, unknown]) => Object.keys(typed).indexOf(name.split(".")[0] ?? name);
  throw fieldError(Object.fromEntries(found.toSorted((a, b) => place(a) - place(b))));
}

function refusal(error: unknown) {
  if (!(error instanceof AppError)) return { fields: {}, ...report(error, "action") };
  const { fields = {}, ...rest } = error.details;
  return { code: error.code, fields, details: Object.fromEntries(Object.entries(rest).flatMap(shown)) };
}

function shown([name, value]: [string, unknown]): [string, string | number][] {
  return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
}

/** React empties the form, so what was typed goes back; a secret never leaves again. */
function withoutSecrets(typed: FormValues): FormValues {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|token|secret/i.test(name)));
}
