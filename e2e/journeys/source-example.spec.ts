import type { Page } from "@playwright/test";
import { localDate } from "@/lib/domain/period";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { importThroughPage } from "../import-through-page";
import { followLetter } from "../letters";
import { openStep } from "../open-step";

test.use({ locale: "nb-NO", timezoneId: "Europe/Oslo" });

const TODAY = localDate("Europe/Oslo", new Date());
const TYPED = ["Østfold Rør AS #some", "Ine Ås #annet", "Per Hansen", "Kari Moe", "Ola Nordmann"];

test("100 leads of a month, 20 of them customers: 20 %; 50 opportunities, 10 won: 20 %", async ({ page }) => {
  test.setTimeout(180_000);
  const email = `ida.${Date.now()}@nordlys.no`;
  await signUp(page, email);
  await followLetter(page, email);
  await page.getByRole("button", { name: "Bekreft" }).click();
  await expect(page.getByText("E-postadressen er bekreftet.")).toBeVisible();
  await page.getByRole("link", { name: "Gå videre" }).click();

  const slug = await makeTeam(page);
  for (const line of TYPED) await typeLead(page, line);
  await importThroughPage(page, slug, { kind: "Leads", rows: leadRows() }, { rows: "95 rader", done: "95 importert" });
  await importThroughPage(
    page,
    slug,
    { kind: "Salgsmuligheter", rows: opportunityRows() },
    { rows: "48 rader", done: "48 importert" },
  );

  await winByHand(page, slug, "Østfold Rør AS");
  await loseByHand(page, slug, "Ine Ås");
  await winFromBoard(page, slug, "Avtale 31");
  await sellDirectly(page, slug, "Per Hansen");
  await sellDirectly(page, slug, "Kari Moe");

  await page.getByRole("link", { name: "Rapport" }).click();
  await page.getByLabel("Periode").selectOption({ label: "Denne måneden" });
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await expect(page).toHaveURL(/period=month/);
  await expect(rate(page, "Leadkonverteringsrate")).toContainText(/20\s%.*20 av 100/);
  await expect(rate(page, "Leadkonverteringsrate")).toContainText("trolig mellom 13 og 29 %");
  await expect(rate(page, "Mulighetskonverteringsrate")).toContainText(/20\s%.*10 av 50/);
  await expect(rate(page, "Mulighetskonverteringsrate")).toContainText("trolig mellom 11 og 33 %");
});

/** One of the two rates, with all that stands beside it. */
function rate(page: Page, name: string) {
  return page.getByRole("region", { name });
}

async function signUp(page: Page, email: string) {
  await page.goto(routes.signUp());
  await page.getByLabel("E-postadresse").fill(email);
  await page.getByLabel("Passord", { exact: true }).fill("en hel setning om laks");
  await page.getByRole("button", { name: "Opprett konto" }).click();
  await expect(page.getByRole("heading", { name: "Hva selger dere?" })).toBeVisible();
}

async function makeTeam(page: Page): Promise<string> {
  await page.getByLabel("Navnet på teamet").fill("Nordlys");
  await page.getByRole("button", { name: /Abonnementsprogramvare/ }).click();
  await expect(page.getByRole("heading", { name: "Hvordan vil du begynne?" })).toBeVisible();
  await page.getByRole("link", { name: "Legg inn ett og ett" }).click();
  await expect(page.getByRole("heading", { name: "Leads", level: 1 })).toBeVisible();
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function typeLead(page: Page, line: string) {
  await page.getByRole("textbox", { name: "Nytt lead" }).fill(line);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`«${line.split(" #")[0]}» er lagt til.`)).toBeVisible();
}

/** 95 leads; of the first 56 an opportunity follows but for the eight that buy at once. */
function leadRows() {
  const rows = Array.from({ length: 95 }, (_, i) => [
    `L${i + 1}`,
    `Lead ${i + 1}`,
    i % 3 === 0 ? "Sosiale medier" : "Annet",
    TODAY,
    i < 8 ? TODAY : "",
  ]);
  return [["id", "Navn", "Kanal", "Kom inn", "Kunde siden"], ...rows];
}

/** 48 opportunities of leads 9 to 56: eight won, twenty lost, twenty open. */
function opportunityRows() {
  const rows = Array.from({ length: 48 }, (_, i) => [
    `O${i + 1}`,
    `L${i + 9}`,
    `Avtale ${i + 1}`,
    TODAY,
    i < 8 ? TODAY : "",
    i >= 8 && i < 28 ? TODAY : "",
    i >= 8 && i < 28 ? "Pris" : "",
  ]);
  return [["id", "lead id", "Navn", "Åpnet", "Vunnet", "Tapt", "Tapsårsak"], ...rows];
}

async function openLead(page: Page, slug: string, name: string) {
  await page.goto(routes.leads(slug));
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function convert(page: Page, slug: string, name: string) {
  await openLead(page, slug, name);
  const step = await openStep(page, "Gjør om til salgsmulighet");
  await step.getByRole("button", { name: "Gjør om" }).click();
  await expect(page.getByText(`«${name}» er nå en salgsmulighet.`)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function winByHand(page: Page, slug: string, name: string) {
  await convert(page, slug, name);
  const step = await openStep(page, "Flytt til …");
  await step.getByLabel("Steg").selectOption({ label: "Tilbud sendt" });
  await step.getByRole("button", { name: "Flytt" }).click();
  await expect(page.getByText(`«${name}» er flyttet fra Demo booket til Tilbud sendt.`)).toBeVisible();
  await win(page, name, "125 000");
}

async function win(page: Page, name: string, amount: string) {
  const step = await openStep(page, "Marker som vunnet");
  await step.getByLabel("Beløp").fill(amount);
  await step.getByRole("button", { name: "Marker som vunnet" }).click();
  await expect(page.getByText(`«${name}» er vunnet.`)).toBeVisible();
}

async function loseByHand(page: Page, slug: string, name: string) {
  await convert(page, slug, name);
  const step = await openStep(page, "Marker som tapt");
  await step.getByLabel("Hvorfor?").selectOption({ label: "Valgte konkurrent" });
  await step.getByRole("button", { name: "Marker som tapt" }).click();
  await expect(page.getByText(`«${name}» er tapt: Valgte konkurrent.`)).toBeVisible();
}

/** Moved on the board, then won from its card. */
async function winFromBoard(page: Page, slug: string, name: string) {
  await page.goto(routes.opportunities(slug));
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
  await card.getByText(`Flytt til … ${name}`).click();
  await card.getByRole("button", { name: "Prøveperiode" }).click();
  await expect(page.getByText(`«${name}» er flyttet fra Demo booket til Prøveperiode.`)).toBeVisible();
  await card.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const step = await openStep(page, "Marker som vunnet");
  await step.getByLabel("Beløp").fill("80 000,50");
  await step.getByRole("button", { name: "Marker som vunnet" }).click();
  await expect(page.getByText(`«${name}» er vunnet.`)).toBeVisible();
}

async function sellDirectly(page: Page, slug: string, name: string) {
  await openLead(page, slug, name);
  const step = await openStep(page, "Registrer avtale …");
  await step.getByLabel("Beløp").fill("9 900");
  await step.getByRole("button", { name: "Registrer avtalen" }).click();
  await expect(page.getByText(`Avtalen med «${name}» er registrert.`)).toBeVisible();
}
