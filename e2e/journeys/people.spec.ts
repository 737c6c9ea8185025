import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const SAYS = {
  nb: {
    ...{ rate: "Leadkonverteringsrate", period: "Periode", quarter: "Dette kvartalet", show: "Vis" },
    ...{ saveView: "Lagre visning", viewName: "Navn på visningen", saveOwn: "Lagre for meg" },
    ...{ newLead: "Nytt lead", convert: "Gjør om til salgsmulighet", doConvert: "Gjør om" },
    ...{ converted: "er nå en salgsmulighet.", moved: "er flyttet fra", undo: "Angre", undone: "Angret." },
    ...{ bought: "Kjøpte", half: /50\s%/, sample: "Se en eksempelrapport", skip: "Hopp til innholdet" },
  },
  en: {
    ...{ rate: "Lead conversion rate", period: "Period", quarter: "This quarter", show: "Show" },
    ...{ saveView: "Save view", viewName: "Name of the view", saveOwn: "Save for me" },
    ...{ newLead: "New lead", convert: "Convert to opportunity", doConvert: "Convert" },
    ...{ converted: "is now an opportunity.", moved: "moved from", undo: "Undo", undone: "Undone." },
    ...{ bought: "Bought", half: /50%/, sample: "See a sample report", skip: "Skip to content" },
  },
} as const;

for (const locale of ["nb", "en"] as const) {
  const says = SAYS[locale];

  test(`a manager asks another period, opens a number and keeps the question; a rep's first day needs no mouse (${locale})`, async ({
    page,
    context,
    browser,
    world,
  }) => {
    const { slug, id } = await signInWithSamples(context, world, "agency", locale);
    await page.goto(routes.team(slug));
    const panel = page.getByRole("region", { name: says.rate, exact: true });
    const customers = panel.getByRole("link").first();
    const counted = await customers.innerText();
    await customers.click();
    await expect(page).toHaveURL(/\/leads\?.*counted=leadConversionRate\.hits/);
    await expect(page.getByRole("main")).toContainText(new RegExp(`\\b${counted}\\b`));
    await page.goto(routes.team(slug));

    // What is chosen while the page is still arriving may be set back by it.
    await expect(async () => {
      await page.getByLabel(says.period, { exact: true }).selectOption({ label: says.quarter });
      await page.getByRole("button", { name: says.show, exact: true }).click();
      await expect(page).toHaveURL(/period=quarter/, { timeout: 3000 });
    }).toPass();
    await page.getByText(says.saveView, { exact: true }).first().click();
    await page.getByLabel(says.viewName).fill("Q");
    await page.getByRole("button", { name: says.saveOwn }).click();
    await expect(page.getByRole("link", { name: "Q", exact: true })).toHaveAttribute("href", /period=quarter/);

    const theirs = await browser.newContext({ locale: locale === "nb" ? "nb-NO" : "en-GB" });
    await world.join(await world.signIn(theirs, locale), id, "member");
    await firstDay(await theirs.newPage(), slug, says);
    await theirs.close();
  });

  test(`an outsider learns the two rates from the first page, and reads a sample (${locale})`, async ({
    page,
    context,
  }) => {
    await context.addCookies([{ name: "locale", value: locale, url: test.info().project.use.baseURL ?? "" }]);
    await page.goto(routes.landing());
    await page.getByRole("textbox", { name: says.bought, exact: true }).fill("15");
    await expect(page.getByRole("main")).toContainText(says.half);
    await page.getByRole("link", { name: says.sample }).click();
    await expect(page.getByRole("region", { name: says.rate, exact: true })).toBeVisible();
    expect(await page.getByRole("figure").count()).toBeGreaterThan(5);
    await page.goto(routes.explained());
    await expect(page.getByRole("main")).toContainText(locale === "nb" ? "20 av 100 = 20" : "20 of 100 = 20%");
  });
}

/** Types a lead, makes it an opportunity, moves it on the board and takes that back: by keys alone. */
async function firstDay(page: Page, slug: string, says: (typeof SAYS)["nb" | "en"]) {
  await page.goto(routes.team(slug));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: says.skip })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await stopsIn(page, "main")).toBeGreaterThan(50);

  await page.goto(routes.leads(slug));
  const line = page.getByRole("textbox", { name: says.newLead });
  // The key is heard once the page's script has come.
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(line).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type("Fjord Rør AS");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Fjord Rør AS", level: 1 })).toBeVisible();
  await page.locator("summary", { hasText: says.convert }).first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: says.doConvert, exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(says.converted)).toBeVisible();

  await page.locator("body").press("g");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(new RegExp(`${routes.opportunities(slug)}$`));
  const card = page.locator("[data-card]").filter({ hasText: "Fjord Rør AS" });
  await card.getByRole("link").first().focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText(says.moved)).toBeVisible();
  await page.getByRole("button", { name: says.undo, exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(says.undone).first()).toBeVisible();
}

/** How many places Tab comes to until it leaves this part of the page: none of them holds it. */
async function stopsIn(page: Page, part: string): Promise<number> {
  for (let stops = 0; stops < 500; stops += 1) {
    await page.keyboard.press("Tab");
    const isIn = await page.evaluate((name) => document.activeElement?.closest(name) != null, part);
    if (!isIn) return stops;
  }
  return Number.NaN;
}
