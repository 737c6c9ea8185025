import { z } from "zod";
import { minorDigits } from "@/lib/domain/input/currency";
import { type NumberFormat, parseMoney } from "@/lib/domain/input/money";
import { isBlank } from "@/lib/domain/input/parsed";
import { optionalCurrencyField } from "@/lib/use-cases/fields";

/** An amount as typed and its currency, as two fields of a form. */
export const AMOUNT_FIELDS = { amount: z.string().optional(), currency: optionalCurrencyField };

interface TypedAmount {
  readonly amount?: string | undefined;
  readonly currency: string | null;
}

/** Reads the amount in minor units of its currency; both or neither. The text is read as the language writes numbers. */
export function readAmount<T extends TypedAmount>(
  format: NumberFormat,
  { isRequired }: { readonly isRequired: boolean },
): (typed: T, ctx: z.RefinementCtx) => Omit<T, "amount" | "currency"> & { readonly money: Money | null } {
  return ({ amount, currency, ...rest }, ctx) => {
    if (isBlank(amount) && !isRequired) return { ...rest, money: null };
    if (currency === null) {
      ctx.addIssue({ code: "custom", path: ["currency"], message: "currency" });
      return z.NEVER;
    }
    const parsed = parseMoney(amount, format, minorDigits(currency));
    if (parsed.ok) return { ...rest, money: { minor: parsed.value, currency } };
    ctx.addIssue({ code: "custom", path: ["amount"], message: parsed.code });
    return z.NEVER;
  };
}

export interface Money {
  readonly minor: number;
  readonly currency: string;
}
