import type { Page } from "@playwright/test";
import { addDays, localDate } from "@/lib/domain/period";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";

test.use({ locale: "nb-NO", timezoneId: "Europe/Oslo" });

const TODAY = localDate("Europe/Oslo", new Date());

/** A person reads, thinks and types; the walk of the browser is only a part of their time. */
const SECONDS_OF_THE_PERSON = 60;

test("from the first page to both rates with sample data: five steps", async ({ page }) => {
  const walk = walking();
  await signUp(page, walk);
  await walk.does(() => page.getByRole("button", { name: "Se eksempeldata" }).click());
  await expectBothRates(page);
  await expect(page.getByText("Dette er eksempeldata, ikke deres egne tall.")).toBeVisible();
  expect(walk.steps()).toBeLessThanOrEqual(8);
  expect(walk.seconds()).toBeLessThan(120 - SECONDS_OF_THE_PERSON);
  test.info().annotations.push({ type: "seconds", description: `${walk.seconds()} in ${walk.steps()} steps` });
});

test("from the first page to both rates with twelve rows of one's own, pasted: eight steps", async ({ page }) => {
  const walk = walking();
  await signUp(page, walk);
  await walk.does(() => page.getByLabel("Lim inn fra regneark").fill(rows()));
  await walk.does(() => page.getByRole("button", { name: "Sjekk radene" }).click());
  await walk.does(() => page.getByRole("button", { name: "Importer 12 rader" }).click());
  await expect(page.getByRole("status").getByText("12 importert")).toBeVisible({ timeout: 30_000 });
  await walk.does(() => page.getByRole("link", { name: "Rapport", exact: true }).click());
  await expectBothRates(page);
  await expect(page.getByRole("region", { name: "Leadkonverteringsrate" })).toContainText("3 av 12");
  expect(walk.steps()).toBeLessThanOrEqual(8);
  expect(walk.seconds()).toBeLessThan(120 - SECONDS_OF_THE_PERSON);
  test.info().annotations.push({ type: "seconds", description: `${walk.seconds()} in ${walk.steps()} steps` });
});

test("what was pasted stays in its field when it is refused, with the reason beside it", async ({ page }) => {
  await signUp(page, walking());
  const field = page.getByLabel("Lim inn fra regneark");
  await field.fill("navn,navn\nÅs,Bø");
  await page.getByRole("button", { name: "Sjekk radene" }).click();
  await expect(page.getByText("To kolonner har samme overskrift.")).toBeVisible();
  await expect(field).toHaveValue("navn,navn\nÅs,Bø");
});

async function signUp(page: Page, walk: ReturnType<typeof walking>) {
  await page.goto(routes.signUp());
  await walk.does(() => page.getByLabel("E-postadresse").fill(`ida.${Date.now()}@fjordlys.no`));
  await walk.does(() => page.getByLabel("Passord", { exact: true }).fill("en hel setning om laks"));
  await walk.does(() => page.getByRole("button", { name: "Opprett konto" }).click());
  await expect(page.getByLabel("Navnet på teamet")).toHaveValue("Fjordlys");
  await walk.does(() => page.getByRole("button", { name: /Abonnementsprogramvare/ }).click());
  await expect(page.getByRole("heading", { name: "Hvordan vil du begynne?" })).toBeVisible();
}

async function expectBothRates(page: Page) {
  await expect(page.getByRole("region", { name: "Leadkonverteringsrate" })).toContainText(/\d\s%/);
  await expect(page.getByRole("region", { name: "Mulighetskonverteringsrate" })).toBeVisible();
}

/** Twelve leads, ten of them opportunities, three of these customers. */
function rows(): string {
  const day = addDays(TODAY, -20);
  const body = Array.from({ length: 12 }, (_, i) => [`Lead ${i + 1}`, day, i < 10 ? day : "", i < 3 ? TODAY : ""]);
  return [["Navn", "Kom inn", "Kvalifisert", "Kunde siden"], ...body].map((cells) => cells.join("\t")).join("\n");
}

function walking() {
  const began = Date.now();
  let steps = 0;
  return {
    does: async (step: () => Promise<void>) => {
      steps += 1;
      await step();
    },
    steps: () => steps,
    seconds: () => Math.ceil((Date.now() - began) / 1000),
  };
}
