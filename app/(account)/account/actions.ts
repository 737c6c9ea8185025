"use server";

import { accountAction } from "@/lib/actions/account-action";
import { changeLocale, ChangeLocaleInput } from "@/lib/use-cases/account/change-locale";
import { changeName, ChangeNameInput } from "@/lib/use-cases/account/change-name";
import { resendConfirmation, ResendConfirmationInput } from "@/lib/use-cases/account/resend-confirmation";
import { revalidatePath } from "next/cache";
import { routes } from "@/lib/routes";
import { rememberLocale } from "../enter";

export const changeNameAction = accountAction({
  needsSession: true,
  input: ChangeNameInput,
  run: async (ctx, input) => {
    await changeName(ctx, input);
    revalidatePath(routes.account());
  },
});

export const changeLocaleAction = accountAction({
  needsSession: true,
  input: ChangeLocaleInput,
  run: async (ctx, input) => {
    await changeLocale(ctx, input);
    await rememberLocale(input.locale);
  },
});

export const resendConfirmationAction = accountAction({
  needsSession: true,
  input: ResendConfirmationInput,
  run: resendConfirmation,
});
