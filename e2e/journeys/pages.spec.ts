import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { uploadImport } from "@/lib/use-cases/import/upload-import";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { type Ids, OTHER_PAGES, TEAM_PAGES } from "../entrances";
import { expect, test, type World } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SCHEMES = ["light", "dark"] as const;

for (const locale of ["nb", "en"] as const) {
  test(`every page keeps WCAG 2.2 AA, light and dark, and fits 320 px, in ${locale}`, async ({
    page,
    context,
    world,
  }) => {
    test.setTimeout(480_000);
    const ids = await signedInTeam(context, world, locale);
    const paths = [...Object.values(TEAM_PAGES).map((address) => address(ids)), ...Object.values(OTHER_PAGES)];
    const found: string[] = [];
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      await unfold(page);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        found.push(...(await violations(page, colorScheme)).map((one) => `${path} ${colorScheme}: ${one}`));
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) found.push(`${path}: ${width} px wide at 320`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const key of ["Control+k", "?"]) {
      await page.goto(routes.deals(ids.slug), { waitUntil: "networkidle" });
      await page.locator("body").press(key);
      await expect(page.getByRole("dialog")).toBeVisible();
      found.push(...(await violations(page, "light")).map((one) => `what ${key} opens: ${one}`));
    }
    expect(found).toEqual([]);
  });
}

/** What is folded away must be as good as what stands open. */
async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
}

/** In the dark the same elements stand, in other colours: only what colours can break is asked again. */
async function violations(page: Page, colorScheme: "light" | "dark"): Promise<readonly string[]> {
  // Nothing here is framed from elsewhere, so axe needs no page of its own to gather what it found; nor what passed.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations: all } = await (
    colorScheme === "light" ? axe.withTags(WCAG) : axe.withRules(["color-contrast", "link-in-text-block"])
  ).analyze();
  return all.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** A year of records, and an import that waits for its columns. */
async function signedInTeam(context: BrowserContext, world: World, locale: "nb" | "en"): Promise<Ids> {
  const { slug, id, member } = await signInWithSamples(context, world, "agency", locale);
  const bytes = new TextEncoder().encode("Navn;Kom inn\nKari;2026-01-02\n");
  const input = { kind: "leads" as const, fileName: "kunder.csv", bytes };
  const { batchId } = await teamDesk(world.database).as(id, member, (ctx) => uploadImport(ctx, input), new Date());
  const [lead] = await world.admin`select id from leads where team_id = ${id} and kind = 'customer' limit 1`;
  const [opportunity] = await world.admin`select id from opportunities where team_id = ${id} and kind = 'open' limit 1`;
  const [channel] = await world.admin`select id from channels where team_id = ${id} order by position limit 1`;
  return {
    ...{ slug, channel: String(channel?.["id"]) },
    lead: String(lead?.["id"]),
    opportunity: String(opportunity?.["id"]),
    batch: batchId,
  };
}
