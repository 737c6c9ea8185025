import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import en from "@/messages/en.json" with { type: "json" };
import nb from "@/messages/nb.json" with { type: "json" };
import { expect, test, type World } from "../fixtures";
import { sharingTeam } from "../isolation/shared-links";

const LANGUAGES = [
  ["nb", "nb-NO", nb],
  ["en", "en-GB", en],
] as const;

for (const [locale, intl, words] of LANGUAGES) {
  test.describe(intl, () => {
    test.use({ locale: intl, timezoneId: "Europe/Oslo" });

    test("shared with a password, opened without an account, narrowed, downloaded, and gone once it is revoked", async ({
      page,
      context,
      browser,
      world,
    }) => {
      const { slug, canary } = await signInToShare(world, context, locale);
      const { link, password } = await share(page, slug, words);
      const visitor = await openLocked(browser, intl, { link, password, words });
      const text = await visitor.locator("body").innerText();
      expect(text).toContain(words.links.defaultName);
      expect(text).toMatch(/[0-9a-f]{64}/);
      expect(text).not.toContain(canary);
      expect(await faultsOf(visitor)).toEqual([]);

      await visitor.getByRole("link", { name: words.period["90d"] }).click();
      await expect(visitor).toHaveURL(/\?range=1$/);
      const waiting = visitor.waitForEvent("download");
      await visitor.getByRole("link", { name: words.shared.csv }).click();
      expect((await waiting).suggestedFilename()).toMatch(/\.csv$/);

      await page.goto(routes.sharing(slug));
      await expect(page.getByText(words.links.withPassword)).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByText(words.links.changeOf.replace("{name}", words.links.defaultName)).click();
      await page.getByRole("button", { name: words.sharing.revoke }).click();
      await expect(page.getByText(words.sharing.empty)).toBeVisible();

      await visitor.getByRole("link", { name: words.period["12m"] }).click();
      await expect(visitor.getByRole("heading", { name: words.shared.goneTitle })).toBeVisible();
      await expect(visitor.getByText(words.sharing.gone)).toBeVisible();
      await visitor.context().close();
    });
  });
}

test("from the report to a copied link in three clicks", async ({ page, context, world }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { slug } = await signInToShare(world, context, "nb");
  await page.goto(routes.team(slug));
  await page.getByRole("link", { name: nb.nav.shareReport }).click();
  await page.getByRole("button", { name: nb.links.make, exact: true }).click();
  const link = page.getByLabel(nb.links.link, { exact: true });
  await expect(link).toHaveValue(/\/r\/[\w-]{43}$/, { timeout: 30_000 });
  await page.getByRole("button", { name: nb.common.copy, exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
});

test("without scripts, too, nothing is published that was ticked or chosen after the preview", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "nb-NO" });
  const { slug } = await signInToShare(world, context, "nb");
  const page = await context.newPage();
  await page.goto(routes.newLink(slug));
  const publish = page.getByRole("button", { name: nb.links.make, exact: true });
  const lookFirst = page.getByRole("button", { name: nb.links.seeFirst, exact: true });
  await expect(publish).toBeVisible();
  for (const change of [page.getByLabel(nb.links.csv, { exact: true }), page.getByLabel(nb.links.hideSmall)]) {
    await change.click();
    await expect(publish).toBeHidden();
    await expect(lookFirst).toBeVisible();
    await change.click();
    await expect(publish).toBeVisible();
  }
  await page.getByLabel(nb.links.mode).selectOption("live");
  await lookFirst.click();
  await expect(page).toHaveURL(/mode=live/);
  await expect(lookFirst).toBeHidden();
  await publish.click();
  await expect(page.getByLabel(nb.links.link, { exact: true })).toHaveValue(/\/r\/[\w-]{43}$/);
  await context.close();
});

/** What of WCAG 2.2 AA the page breaks, and where. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

type Words = (typeof LANGUAGES)[number][2];

async function signInToShare(world: World, context: BrowserContext, locale: "nb" | "en") {
  const team = await sharingTeam(world);
  await world.admin`update users set locale = ${locale} where id = ${team.owner.id}`;
  await world.signInAs(context, team.owner.id, locale);
  return team;
}

/** From the report to the link in three clicks; what is seen beforehand is what is published. */
async function share(page: Page, slug: string, words: Words) {
  await page.goto(routes.team(slug, { period: "12m" }));
  await page.getByRole("link", { name: words.nav.shareReport }).click();
  await page.getByLabel(words.period["90d"], { exact: true }).check();
  await page.getByLabel(words.links.csv, { exact: true }).check();
  await expect(page.getByRole("button", { name: words.links.make })).toBeHidden();
  await page.getByRole("button", { name: words.links.preview }).click();
  await expect(page).toHaveURL(/csv=on/);
  const preview = page.getByRole("region", { name: words.links.previewTitle });
  await expect(preview.getByText(words.links.defaultName)).toBeVisible();
  await page.getByLabel(words.links.protection.generated, { exact: true }).check();
  await page.getByRole("button", { name: words.links.make, exact: true }).click();
  const link = page.getByLabel(words.links.link, { exact: true });
  await expect(link).toHaveValue(/\/r\/[\w-]{43}$/, { timeout: 30_000 });
  const given = page.getByRole("textbox", { name: words.sharing.password, exact: true });
  return { link: await link.inputValue(), password: await given.inputValue() };
}

interface Given {
  readonly link: string;
  readonly password: string;
  readonly words: Words;
}

/** Another browser, without an account: it is told nothing, is refused a wrong password, and let in by the right one. */
async function openLocked(browser: Browser, locale: string, { link, password, words }: Given): Promise<Page> {
  const visitor = await (await browser.newContext({ locale })).newPage();
  expect((await visitor.goto(link))?.status()).toBe(401);
  await expect(visitor.getByText(words.links.defaultName)).toHaveCount(0);
  for (const [tried, says] of [
    ["not the password", words.shared.wrong],
    [password, words.shared.about],
  ] as const) {
    await visitor.getByLabel(words.shared.password).fill(tried);
    await visitor.getByRole("button", { name: words.shared.unlock }).click();
    await expect(visitor.getByText(says)).toBeVisible();
  }
  return visitor;
}
