type Results<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/** What all of them give, asked at once; where some fail, the failure of the first, once none is under way any more. */
export async function allOf<T extends readonly unknown[] | []>(works: T): Promise<Results<T>> {
  // Made promises once: a statement that is still to be sent is sent whenever somebody waits for it.
  const under = works.map(async (work) => work);
  await Promise.allSettled(under);
  return inPlace<T>(await Promise.all(under));
}

/** Holds because each result stands where its work stood. */
function inPlace<T extends readonly unknown[]>(results: readonly unknown[]): Results<T> {
  return results as Results<T>;
}
