import type { MoneyGroup } from "@/lib/domain/metrics/money";
import { scopeOf, WHOLE } from "./scope-of";
import type { ShareMaterial } from "./share-material";
import type { Curtain } from "./share-report";
import type { SharedAmount, SharedMoney } from "./shared-report";
import { hiddenCells, isSmall } from "./suppress";

/**
 * What was won, and what a lead is worth. Amounts of one to four customers are theirs and nobody else's to read; what
 * campaigns cost per lead would tell their leads to date, which are printed nowhere, so it is not shared.
 */
export function shareMoney(material: ShareMaterial, curtain: Curtain): SharedMoney | null {
  const { money, report, hidesSmall } = material;
  if (money === null) return null;
  const isHidden = hidesSmall ? hidingOf(material, curtain) : () => false;
  const names = new Map(report.channels.map(({ key, name }) => [key, name]));
  const rowsOf = (group: MoneyGroup, isTotal: boolean) =>
    group.rows.map(({ currency, valueMinor, valuePerLead }) => {
      const amount = (minor: number | null) =>
        minor !== null && isHidden(group, isTotal) ? HIDDEN : { minor, currency };
      const name = isTotal ? null : (names.get(group.key) ?? null);
      return { name, isTotal, value: amount(valueMinor), perLead: amount(valuePerLead) };
    });
  return {
    won: money.won.map(({ kind, per, deals, amount }) =>
      hidesSmall && isSmall(deals)
        ? { kind, per, deals: "hidden", amount: HIDDEN }
        : { kind, per, deals, amount: { minor: amount?.minor ?? null, currency: amount?.currency ?? null } },
    ),
    rows: [
      ...money.channels
        .filter(({ key }) => names.has(key))
        .toSorted((a, b) => nameFor(names.get(a.key)).localeCompare(nameFor(names.get(b.key)), "nb"))
        .flatMap((group) => rowsOf(group, false)),
      ...rowsOf(money.total, true),
    ],
  };
}

const HIDDEN = { minor: "hidden", currency: null } as const satisfies SharedAmount;

/** The unattributed last. */
function nameFor(name: string | null | undefined): string {
  return name ?? "\uffff";
}

/** Which groups would tell what few customers paid, by themselves or by what is left of the whole. */
function hidingOf({ report }: ShareMaterial, { isHidden }: Curtain) {
  const customers = new Map(report.channels.map(({ key, parts }) => [key ?? "none", parts.leads.customers]));
  const lines = [{ parts: [...customers.keys()] }];
  const few = hiddenCells({ cells: customers, unprinted: new Set(), lines });
  return ({ key, rows }: MoneyGroup, isTotal: boolean): boolean => {
    const scope = isTotal ? WHOLE : scopeOf.channel(key);
    const isFew = isSmall(report.total.parts.leads.customers) || (!isTotal && few.has(key ?? "none"));
    // One deal in a second currency would stand alone, however many there are in the first.
    return rows.length > 1 || isFew || isHidden(scope, "customers") || isHidden(scope, "leads");
  };
}
