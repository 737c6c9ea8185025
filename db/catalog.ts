import { COLUMN_LINTS } from "./catalog/columns";
import { FUNCTION_LINTS } from "./catalog/functions";
import { KEY_LINTS } from "./catalog/keys";
import { POLICY_LINTS } from "./catalog/policies";
import { RIGHT_LINTS } from "./catalog/rights";
import { ROLE_LINTS } from "./catalog/roles";
import { TABLE_LINTS } from "./catalog/tables";

/** Every rule that a database of ours must keep, each a query on the catalog whose rows are breaches. */
export const LINTS = {
  ...ROLE_LINTS,
  ...TABLE_LINTS,
  ...COLUMN_LINTS,
  ...KEY_LINTS,
  ...POLICY_LINTS,
  ...RIGHT_LINTS,
  ...FUNCTION_LINTS,
} as const;
export type Lint = keyof typeof LINTS;

export interface CatalogFault {
  readonly lint: Lint;
  /** The table, column, key, role or function that breaks the rule. */
  readonly fault: string;
}

/**
 * The guard: all lints in one query, which any role may ask. No rows: this database refuses what the code may forget.
 * `run` sends a text without parameters.
 */
export async function catalogFaults(
  run: (text: string) => Promise<readonly { readonly lint?: unknown; readonly fault?: unknown }[]>,
): Promise<readonly CatalogFault[]> {
  const rows = await run(GUARD);
  return rows.map(({ lint, fault }) => ({ lint: lintNamed(lint), fault: String(fault) }));
}

const GUARD = Object.entries(LINTS)
  .map(([name, text]) => `select '${name.replaceAll("'", "''")}' as lint, fault::text from (${text}) as breaches`)
  .join("\nunion all\n");

function lintNamed(name: unknown): Lint {
  const found = LINT_NAMES.find((known) => known === name);
  if (!found) throw new TypeError(`No lint is called ${String(name)}`);
  return found;
}

// Object.keys forgets which keys; these are those of LINTS.
const LINT_NAMES = Object.keys(LINTS).filter((name): name is Lint => Object.hasOwn(LINTS, name));
