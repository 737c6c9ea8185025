"use server";

import { accountAction } from "@/lib/actions/account-action";
import { confirmEmail, ConfirmEmailInput } from "@/lib/use-cases/account/confirm-email";

export const confirmEmailAction = accountAction({ input: ConfirmEmailInput, run: confirmEmail });
