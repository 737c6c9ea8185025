/** What has no name last. */
export function byName(a: { readonly name: string | null }, b: { readonly name: string | null }): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
  return a.name.localeCompare(b.name, "nb");
}
