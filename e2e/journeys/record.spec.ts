import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { openStep } from "../open-step";

test.use({ locale: "en-GB", timezoneId: "Europe/Oslo" });

test("a lead from one typed line to a won deal, back again, and a move dated before it came in", async ({
  page,
  context,
  world,
}) => {
  const owner = await world.signIn(context, "en");
  const { slug } = await world.team(owner, "consultancy", "en");

  await page.goto(routes.leads(slug));
  await page
    .getByRole("textbox", { name: "New lead" })
    .fill("Fjord Consulting #referrals ida@fjord.no 125,000 NOK #what");
  await page.keyboard.press("Enter");
  await expect(page.getByText("We did not recognise #what. The lead is saved without it.")).toBeVisible();
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("heading", { name: "Fjord Consulting", level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("ida@fjord.no");
  await expect(page.getByRole("main")).toContainText("Referrals");

  const convert = await openStep(page, "Convert to opportunity");
  await convert.getByRole("button", { name: "Convert" }).click();
  await expect(page.getByText("“Fjord Consulting” is now an opportunity.")).toBeVisible();
  await expect(timeline(page).first()).toContainText("“New enquiry” → “Qualified”");
  const lead = page.url();
  await page.getByRole("main").getByRole("link", { name: "Fjord Consulting" }).click();
  await expect(page).toHaveURL(/\/opportunities\//);
  const opportunity = page.url();

  await move(page, "Negotiation");
  await expect(timeline(page).first()).toContainText("“Needs meeting” → “Negotiation”");

  await win(page, "120,000");
  await expect(timeline(page).first()).toContainText("“Negotiation” → “Won”");
  await page.goto(routes.deals(slug));
  await expect(page.getByRole("row", { name: /Fjord Consulting/ })).toContainText("120,000");
  await page.goto(lead);
  await expect(timeline(page).first()).toContainText("“Qualified” → “Customer”");

  await page.goto(opportunity);
  await page.getByRole("button", { name: "Undo ““Negotiation” → “Won””" }).click();
  await expect(timeline(page).first()).toContainText("Undone: “Won” → “Negotiation”");
  await page.goto(lead);
  await expect(timeline(page).nth(1)).toContainText("Undone: “Customer” → “Qualified”");
  await page.goto(routes.deals(slug));
  await expect(page.getByText("No deals yet.")).toBeVisible();

  await page.goto(opportunity);
  await move(page, "Proposal sent", "1/11/2020");
  await expect(timeline(page).first()).toContainText("Date before the opportunity was opened");
  await expect(page.getByText(/The dates do not fit: something is dated before/)).toBeVisible();
  await page.goto(routes.team(slug, { period: "all" }));
  await expect(page.getByRole("link", { name: /Opportunities with impossible dates: 1 / })).toBeVisible();
});

test("by keys: two leads from lines with chips, both held out at once and taken back, the list as a file, on by the palette", async ({
  page,
  context,
  world,
}) => {
  const owner = await world.signIn(context, "en");
  const { slug } = await world.team(owner, "consultancy", "en");
  await page.goto(routes.leads(slug));
  const line = page.getByRole("textbox", { name: "New lead" });
  await line.fill("Ask AS #referrals");
  await expect(page.getByText("Channel: Referrals", { exact: true }).last()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(line).toBeFocused();
  await expect(line).toHaveValue("");
  await page.keyboard.type("Bo AS");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox", { name: /^Select (Ask|Bo) AS/ })).toHaveCount(2);
  await page.getByRole("row").nth(1).getByRole("link").focus();
  for (const key of ["x", "ArrowDown", "x"]) await page.keyboard.press(key);
  await page.getByRole("form", { name: "For those selected" }).getByRole("button", { name: "Exclude" }).press("Enter");
  await expect(page.getByText("2 changed.")).toBeVisible();
  await expect(page.getByRole("cell", { name: /duplicate/ })).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await expect(page.getByText("Undone for 2.")).toBeVisible();
  const file = await context.request.get(routes.export(slug, "leads", { q: "ask" }));
  expect([file.headers()["content-type"], (await file.text()).split("\r\n").length]).toEqual([
    "text/csv; charset=utf-8",
    3,
  ]);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Where to?" }).fill("deals");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${routes.deals(slug)}$`));
});

test("of two people who edit one lead, the second is told and keeps what they typed", async ({
  page,
  context,
  browser,
  world,
}) => {
  const owner = await world.signIn(context, "en");
  const { slug } = await world.team(owner, "consultancy", "en");
  await page.goto(routes.leads(slug));
  await page.getByRole("textbox", { name: "New lead" }).fill("Ola Hansen");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("heading", { name: "Ola Hansen", level: 1 })).toBeVisible();

  const others = await browser.newContext({ storageState: await context.storageState(), locale: "en-GB" });
  const other = await others.newPage();
  await other.goto(page.url());
  const [mine, theirs] = [await openStep(page, "Edit"), await openStep(other, "Edit")];

  await mine.getByLabel("Company").fill("First AS");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "First AS" })).toBeVisible();

  await theirs.getByLabel("Company").fill("Second AS");
  await theirs.getByLabel("Note").fill("typed with care");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("You changed this yourself in the meantime")).toBeVisible();
  await expect(theirs.getByLabel("Company")).toHaveValue("Second AS");
  await expect(theirs.getByLabel("Note")).toHaveValue("typed with care");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("First AS");
  await expect(page.getByRole("main")).not.toContainText("typed with care");

  await other.getByRole("button", { name: "View change" }).click();
  await expect(other.getByRole("main")).toContainText("First AS");
  await expect(theirs.getByLabel("Note")).toHaveValue("typed with care");
  await theirs.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByRole("definition").filter({ hasText: "typed with care" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("main")).toContainText("Second AS");
  await others.close();
});

function timeline(page: Page) {
  return page.getByRole("list", { name: "History" }).getByRole("listitem");
}

async function move(page: Page, stage: string, day = "") {
  const step = await openStep(page, "Move to…");
  await step.getByLabel("Stage").selectOption({ label: stage });
  await step.getByLabel("When?").fill(day);
  await step.getByRole("button", { name: "Move" }).click();
}

async function win(page: Page, amount: string) {
  const step = await openStep(page, "Mark as won");
  await step.getByLabel("Amount").fill(amount);
  await step.getByRole("button", { name: "Mark as won" }).click();
  await expect(page.getByText("is won.")).toBeVisible();
}
