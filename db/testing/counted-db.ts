import { TeamDb } from "@/db/scope";

const BEGINNINGS: ReadonlySet<unknown> = new Set(["select", "selectDistinct", "insert", "update", "delete", "execute"]);

/** The same view of the data, counting the statements that are begun through it. */
export function countedDb({ tx, teamId }: TeamDb): { readonly db: TeamDb; readonly statements: () => number } {
  let begun = 0;
  const counting = new Proxy(tx, {
    get(target, name) {
      if (BEGINNINGS.has(name)) begun += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { db: new TeamDb(counting, teamId), statements: () => begun };
}
