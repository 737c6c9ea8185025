import * as importing from "./importing";
import type { Described } from "./operation";
import * as reading from "./reading";
import * as writing from "./writing";

const ALL: readonly Described[] = [...Object.values(reading), ...Object.values(writing), ...Object.values(importing)];

/** Every method of every path of the API: by resource, the rates first, then by path. */
export const OPERATIONS = ALL.toSorted(
  (a, b) => placeOf(a) - placeOf(b) || (a.path < b.path ? -1 : Number(a.path > b.path)),
);

function placeOf({ path }: Described): number {
  const order = ["rates", "leads", "opportunities", "deals", "transitions", "imports"].indexOf(
    path.split("/")[1] ?? "",
  );
  return order < 0 ? ALL.length : order;
}
