import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importBreaches } from "./architecture/import-breaches";
import { readTree } from "./architecture/read-tree";
import { ruleBreaches } from "./architecture/rule-breaches";
import { exceptionsIn, sizeBreaches } from "./architecture/size-breaches";
import type { Breach } from "./architecture/source-file";

/** May only fall. */
const EXCEPTIONS = 1;

const tree = readTree(join(import.meta.dirname, ".."));
const said = (breaches: readonly Breach[]) => breaches.map(({ path, rule, what }) => `${path}: ${rule}: ${what}`);

describe("our own code", () => {
  it("is all read", () => {
    expect(tree.length).toBeGreaterThan(200);
    expect(tree.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["lib/architecture.test.ts", "db/scope.ts", "app/layout.tsx"]),
    );
  });

  it("imports only what its layer may", () => {
    expect(said(tree.flatMap(importBreaches))).toEqual([]);
  });

  it("keeps the rules beneath the table", () => {
    expect(said(tree.flatMap(ruleBreaches))).toEqual([]);
  });

  it("is short, and named after what it does", () => {
    expect(said(tree.flatMap(sizeBreaches))).toEqual([]);
  });

  it(`silences compiler and linter ${EXCEPTIONS} times`, () => {
    const found = tree.filter(({ path }) => !path.startsWith("lib/architecture")).flatMap(exceptionsIn);
    expect(said(found).slice(EXCEPTIONS)).toEqual([]);
  });
});

describe("an import that its layer may not have is found", () => {
  it.each([
    ["app/page.tsx", `import { x } from "@/db/mutations/append-log"`, "import"],
    ["app/page.tsx", `import { x } from "@/db/client"`, "import"],
    ["app/page.tsx", `import { x } from "@/db/schema/records"`, "import"],
    ["app/page.tsx", `import { teamAction } from "@/lib/actions/team-action"`, "door"],
    ["app/t/[team]/actions.ts", `import { teamRoute } from "@/lib/api/team-route"`, "door"],
    ["app/page.tsx", `import { eq } from "drizzle-orm"`, "package"],
    ["app/page.tsx", `import postgres from "postgres"`, "package"],
    ["components/leads/table.tsx", `import { x } from "@/lib/use-cases/leads/create-lead"`, "import"],
    ["components/leads/table.tsx", `import type { x } from "@/lib/use-cases/leads/create-lead"`, "import"],
    ["components/leads/table.tsx", `import { x } from "../../app/page"`, "import"],
    ["components/leads/table.tsx", `import { headers } from "next/headers"`, "package"],
    ["lib/actions/team-action.ts", `import { x } from "@/db/queries/team"`, "import"],
    ["lib/use-cases/leads/move-lead.ts", `import { x } from "@/db/client"`, "types only"],
    ["lib/use-cases/leads/move-lead.ts", `import { openTeam } from "@/lib/auth/open-team"`, "types only"],
    ["lib/use-cases/leads/move-lead.ts", `import { sql } from "drizzle-orm"`, "package"],
    ["lib/use-cases/leads/move-lead.ts", `import { cookies } from "next/headers"`, "package"],
    ["lib/auth/open-team.ts", `import { x } from "@/db/mutations/members"`, "import"],
    ["lib/domain/leads/lead.ts", `import { x } from "@/lib/new-id"`, "import"],
    ["lib/domain/leads/lead.ts", `import type { x } from "@/db/schema/records"`, "import"],
    ["lib/domain/leads/lead.ts", `import { z } from "zod"`, "package"],
    ["lib/domain/leads/lead.ts", `import { readFile } from "node:fs"`, "node"],
    ["lib/domain/leads/lead.ts", `import fs from "fs"`, "node"],
    ["lib/domain/leads/lead.ts", `import { Temporal } from "temporal-polyfill"`, "package"],
    ["lib/domain/leads/lead.ts", `const x = await import("@/lib/new-id")`, "import"],
    ["lib/domain/leads/lead.ts", `type X = import("@/db/scope").TeamDb`, "import"],
    ["lib/domain/leads/lead.ts", `export { x } from "@/lib/env"`, "import"],
    ["lib/domain/leads/lead.ts", `import { x } from "@/lib/domain/testing/vectors"`, "testing"],
    ["db/queries/leads.ts", `import { x } from "@/db/client"`, "import"],
    ["db/queries/leads.ts", `import { x } from "@/db/mutations/append-log"`, "import"],
    ["db/queries/leads.ts", `import { x } from "@/lib/auth/team-context"`, "import"],
    ["db/schema/records.ts", `import { LEAD_KINDS } from "@/lib/domain/pipeline/kinds"`, "types only"],
    ["db/scope.ts", `import { database } from "@/db/client"`, "types only"],
    ["db/embedded/start.ts", `import { Pool } from "tarn"`, "package"],
    ["db/client/link.ts", `import { x } from "@/db/schema/users"`, "import"],
    ["lib/domain/period.ts", `import { z } from "zod"`, "package"],
    ["lib/shared/thing.ts", `export const x = 1`, "layer"],
  ])("%s: %s (%s)", (path, text, rule) => {
    expect(importBreaches({ path, text }).map((breach) => breach.rule)).toEqual([rule]);
  });
});

it.each([
  ["app/t/[team]/page.tsx", `import { listStages } from "@/db/queries/pipeline"`],
  ["app/t/[team]/actions.ts", `import { teamAction } from "@/lib/actions/team-action"`],
  ["lib/use-cases/leads/move-lead.ts", `import type { TeamContext } from "@/lib/auth/team-context"`],
  ["lib/use-cases/leads/move-lead.ts", `import { type TeamContext } from "@/lib/auth/team-context"`],
  ["db/schema/records.ts", `import type { LeadKind } from "@/lib/domain/pipeline/kinds"`],
  ["lib/domain/period.ts", `import { Temporal } from "temporal-polyfill"`],
  ["lib/domain/period.test.ts", `import { readFileSync } from "node:fs"; import { expect } from "vitest"`],
  ["lib/csv/read-csv.ts", `import { parse } from "csv-parse/sync"; import { Buffer } from "node:buffer"`],
])("%s may: %s", (path, text) => {
  expect(importBreaches({ path, text })).toEqual([]);
});

describe("a broken rule is found", () => {
  it.each([
    ["lib/use-cases/leads/x.ts", "const db = new TeamDb(tx, id)"],
    ["db/queries/leads.ts", "db.tx.select().from(leads).where(eq(leads.id, id))"],
    ["db/queries/leads.ts", "db.tx.select().from(leads).where(and(db.where(leads), x))"],
    ["db/mutations/leads.ts", "db.tx.update(leads).set(x).where(undefined)"],
    ["db/queries/leads.ts", "db.tx.select().from(a).innerJoin(b, eq(a.id, b.id)).where(db.where(a))"],
    ["lib/auth/open-team.ts", "const url = process.env.DATABASE_URL"],
    ["lib/auth/open-team.ts", "const { DATABASE_URL } = process.env"],
    ["components/shell/nav.tsx", `<a href="/sign-in" />`],
    ["components/shell/nav.tsx", "<Link href={`/t/${slug}`} />"],
    ["components/shell/nav.tsx", `<Link href={{ href: "/t" }.href} />`],
    ["app/page.tsx", `redirect("/sign-in")`],
    ["components/shell/nav.tsx", `router.push("/t/x")`],
    ["lib/domain/leads/lead.ts", "const now = new Date()"],
    ["lib/domain/leads/lead.ts", "const now = Date.now()"],
    ["lib/domain/leads/lead.ts", "const now = Date()"],
    ["lib/domain/period.ts", "const now = Temporal.Now.instant()"],
    ["lib/domain/leads/lead.ts", "const x = Math.random()"],
    ["lib/domain/leads/lead.ts", "const x = crypto.randomUUID()"],
    ["lib/domain/leads/lead.ts", "const x = globalThis.crypto.randomUUID()"],
    ["components/report/money.tsx", `if (team.scenario === "startup") show()`],
    ["lib/use-cases/report.ts", `const x = "agency" !== scenario`],
    ["lib/use-cases/report.ts", `switch (team.scenario) { case "agency": }`],
    ["app/t/[team]/page.tsx", `"use client"; export const x = 1`],
    ["lib/i18n/format.ts", `"use client"; export const x = 1`],
    ["lib/use-cases/fields.ts", "const x = z.coerce.number()"],
    ["lib/use-cases/fields.ts", "switch (kind) { case 1: break; default: }"],
    ["lib/use-cases/fields.test.ts", "const x = z.coerce.number()"],
    ["db/queries/leads.ts", "const x = sql.raw(name)"],
    ["app/t/[team]/page.tsx", `async function x() { "use cache"; }`],
    ["lib/use-cases/report.ts", `import { unstable_cache } from "next/cache"`],
    ["next.config.js", "export default { typescript: { ignoreBuildErrors: true } }"],
  ])("%s: %s", (path, text) => {
    expect(ruleBreaches({ path, text })).toHaveLength(1);
  });

  it.each([
    ["lib/auth/open-team.ts", "const db = new TeamDb(tx, id)"],
    ["db/queries/leads.ts", "db.tx.select().from(leads).where(db.where(leads, eq(leads.id, id)))"],
    ["db/queries/leads.ts", "db.tx.select().from(a).innerJoin(b, sameTeam(a, b, x)).where(db.where(a))"],
    ["db/queries/team.ts", "tx.select().from(teams).where(eq(teams.id, teamId))"],
    ["lib/domain/leads/lead.ts", "const x = new Date(Date.UTC(2026, 0, 1)); const url = new URL(x)"],
    ["app/error.tsx", `"use client"; export const x = 1`],
    ["components/ui/button.tsx", `"use client"; export const x = <a href={routes.home()} />`],
    ["components/ui/button.tsx", `const x = <a href="https://example.com" />; const y = <a href="#main" />`],
    ["lib/use-cases/report.ts", "const preset = PRESETS[team.scenario]"],
  ])("and this is none: %s: %s", (path, text) => {
    expect(ruleBreaches({ path, text })).toEqual([]);
  });
});

describe("what is too long or nameless is found, and what silences is counted", () => {
  it.each([
    ["lib/csv/read-csv.ts", 301, 1],
    ["lib/csv/read-csv.ts", 300, 0],
    ["lib/csv/read-csv.test.ts", 251, 1],
    ["app/page.tsx", 61, 1],
    ["app/page.tsx", 60, 0],
    ["app/t/[team]/actions.ts", 41, 1],
    ["lib/csv/utils.ts", 1, 1],
    ["components/ui/index.tsx", 1, 1],
    ["components/ui/Button.tsx", 1, 1],
  ])("%s of %i lines: %i", (path, lines, breaches) => {
    expect(sizeBreaches({ path, text: "x\n".repeat(lines) })).toHaveLength(breaches);
  });

  it("6 ways to silence count as 6", () => {
    const text = `// eslint-disable-next-line no-x\n// @ts-ignore\n// @ts-expect-error because\nconst a = b!; const c: any = d; const e = f as unknown as string;`;
    expect(exceptionsIn({ path: "lib/x.ts", text })).toHaveLength(6);
  });
});
