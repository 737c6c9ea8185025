import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { followLetter } from "../letters";

test.use({ locale: "nb-NO", timezoneId: "Europe/Oslo" });

test("a colleague is invited as a viewer, joins by the letter, sees no controls, and is out at once when removed", async ({
  page,
  context,
  browser,
  world,
}) => {
  const owner = await world.signIn(context);
  const { slug } = await world.team(owner, "startup");
  const email = `per.${Date.now()}@nordlys.no`;
  await invite(page, slug, email, "Leser");

  const theirs = await browser.newContext({ locale: "nb-NO" });
  const colleague = await theirs.newPage();
  await followLetter(colleague, email);
  await colleague.getByLabel("Navn", { exact: true }).fill("Per Hansen");
  await colleague.getByLabel("Passord", { exact: true }).fill("en hel setning om torsk");
  await colleague.getByRole("button", { name: "Opprett konto og bli med" }).click();
  await expect(colleague).toHaveURL(new RegExp(`${routes.team(slug)}/leads$`));

  await addLead(page, slug, "Kari Moe");
  await seesButCannotTouch(colleague, slug);

  await page.goto(routes.settings(slug, "members"));
  await page.getByText("Rediger Per Hansen").click();
  await page.getByRole("button", { name: "Fjern Per Hansen" }).click();
  await expect(page.getByRole("list", { name: "Medlemmer" })).not.toContainText("Per Hansen");
  expect((await colleague.goto(routes.leads(slug)))?.status()).toBe(404);
  await expect(colleague.getByText("Kari Moe")).toHaveCount(0);
  await theirs.close();
});

test("of two owners one may become less, the last may not: not even from a page that is too old", async ({
  page,
  context,
  browser,
  world,
}) => {
  const owner = await world.signIn(context);
  const { slug, id } = await world.team(owner, "agency");
  const theirs = await browser.newContext({ locale: "nb-NO" });
  await world.join(await world.signIn(theirs), id, "owner");
  const other = await theirs.newPage();

  for (const one of [page, other]) await one.goto(routes.settings(slug, "members"));
  await other.getByRole("button", { name: "Forlat teamet" }).click();
  await expect(other).not.toHaveURL(/members/);
  await page.getByRole("button", { name: "Forlat teamet" }).click();
  await expect(page.getByText("Teamet må ha minst én eier. Gjør en annen til eier først.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("list", { name: "Medlemmer" })).toContainText("Eier");
  await expect(page.getByRole("button", { name: "Forlat teamet" })).toHaveCount(0);
  await theirs.close();
});

test("one person, two teams, two tabs: each shows its own, the switcher leads over, and the language is the user's", async ({
  page,
  context,
  world,
}) => {
  const owner = await world.signIn(context);
  const [one, two] = [await world.team(owner, "startup"), await world.team(owner, "agency")];
  await addLead(page, one.slug, "Bare i den ene");
  const tab = await context.newPage();
  await tab.goto(routes.leads(two.slug));
  await addLead(tab, two.slug, "Bare i den andre");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("Bare i den ene");
  await expect(page.getByRole("main")).not.toContainText("Bare i den andre");

  await page.getByRole("button", { name: /Bytt team/ }).click();
  await page.getByRole("link", { name: `Team ${two.id.slice(-12)}` }).click();
  await expect(page).toHaveURL(new RegExp(`${routes.team(two.slug)}$`));

  await page.goto(routes.account());
  await page.getByLabel("Språk").first().selectOption({ label: "English" });
  await page.getByRole("button", { name: "Lagre" }).nth(1).click();
  await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();
  await page.goto(routes.leads(two.slug));
  await expect(page.getByRole("textbox", { name: "New lead" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Bare i den andre");
});

async function invite(page: Page, slug: string, email: string, role: string) {
  await page.goto(routes.settings(slug, "members"));
  await page.getByLabel("E-postadresse").fill(email);
  await page.getByRole("radio", { name: role }).check();
  await page.getByRole("button", { name: "Inviter" }).click();
  await expect(page.getByText("Invitasjonen er laget.")).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
}

async function addLead(page: Page, slug: string, name: string) {
  await page.goto(routes.leads(slug));
  await page.getByRole("textbox", { name: "Nytt lead" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table").getByRole("link", { name })).toBeVisible();
}

/** A reader's pages have no buttons that change, and the pages of those who may are refused. */
async function seesButCannotTouch(page: Page, slug: string) {
  await page.goto(routes.leads(slug));
  await page.getByRole("link", { name: "Kari Moe" }).click();
  await expect(page.getByRole("heading", { name: "Kari Moe", level: 1 })).toBeVisible();
  for (const path of [page.url(), routes.leads(slug), routes.opportunities(slug), routes.settings(slug, "stages")]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const buttons = await page.getByRole("main").getByRole("button").allTextContents();
    expect(buttons.filter((name) => name.trim() !== "Vis")).toEqual([]);
  }
  expect((await page.goto(routes.import(slug)))?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "Du har ikke tilgang til dette" })).toBeVisible();
}
