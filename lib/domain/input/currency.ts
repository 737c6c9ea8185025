import type { Parsed } from "@/lib/domain/errors";
import type { MinorDigits } from "@/lib/domain/input/money";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

/** ISO 4217 by its own number of decimals: Unicode's differ, for they are about display. */
const CODES: Readonly<Record<MinorDigits, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE
    CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY
    TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
};

const DIGITS: ReadonlyMap<string, MinorDigits> = new Map(
  ([0, 2, 3] as const).flatMap((digits) => CODES[digits].split(/\s+/).map((code) => [code, digits] as const)),
);

export const CURRENCIES: readonly string[] = Array.from(DIGITS.keys()).sort();

/** A currency in use, by its three capital letters. */
export function parseCurrency(input: unknown): Parsed<string> {
  return typeof input === "string" && DIGITS.has(input) ? accept(input) : refuseUnlessBlank(input, "currency");
}

/** How many decimals the currency has: minor units are the amount times ten to this. */
export function minorDigits(currency: string): MinorDigits {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new RangeError("not a currency");
  return digits;
}
