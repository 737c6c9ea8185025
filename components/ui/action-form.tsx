"use client";

import { useActionState, useEffect, useEffectEvent, useId, useMemo, useState } from "react";
import { IDLE, type ActionState, type FormAction } from "@/lib/domain/action-state";
import { FormContext, FormFields } from "./form-context";

/**
 * The one form for server actions. After a refusal its fields show what was typed and what to correct;
 * it works before scripts have loaded, and without them.
 */
export function ActionForm<T>({ action, onOk, children, ...props }: ActionFormProps<T>) {
  const [state, submit, isPending] = useActionState<ActionState<T>, FormData>(action, IDLE);
  const [fields] = useState(() => new FormFields());
  const id = useId();
  const form = useMemo(() => ({ id, state, isPending, fields }), [id, state, isPending, fields]);

  const tell = useEffectEvent((data: T) => onOk?.(data));
  useEffect(() => {
    if (state.status === "ok") tell(state.data);
  }, [state]);

  return (
    <form action={submit} noValidate aria-busy={isPending} {...props}>
      <FormContext value={form}>{children}</FormContext>
    </form>
  );
}

type ActionFormProps<T> = Omit<React.ComponentProps<"form">, "action" | "children"> & {
  readonly action: FormAction<T>;
  /** For client components that close or clear something; the page itself is refreshed by the action. */
  readonly onOk?: (data: T) => void;
  readonly children: React.ReactNode;
};
