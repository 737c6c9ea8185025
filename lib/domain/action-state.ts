import type { ErrorCode, FieldErrors } from "./errors";

/** What a form's server action answers. `values` gives back what was typed, secrets excepted; `at` tells two successes apart. */
export type ActionState<T = unknown> =
  | { readonly status: "idle" }
  | { readonly status: "ok"; readonly data: T; readonly at: number }
  | {
      readonly status: "refused";
      readonly code: ErrorCode;
      readonly fields: FieldErrors;
      readonly values: FormValues;
      readonly details?: Readonly<Record<string, string | number>>;
      readonly errorId?: string;
    };

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export type FormAction<T = unknown> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

export const IDLE = { status: "idle" } as const satisfies ActionState;
