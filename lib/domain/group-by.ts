/** Rows by key, each group in the order given. (`Map.groupBy` needs Node 21.) */
export function groupBy<K, V>(rows: readonly V[], keyOf: (row: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
