import { expect, type Page } from "@playwright/test";
import { routes } from "@/lib/routes";

interface File {
  readonly kind: "Leads" | "Salgsmuligheter" | "Avtaler";
  /** Rows as they are copied from a spreadsheet, or a file's path. */
  readonly rows?: readonly (readonly string[])[];
  readonly path?: string;
}

/**
 * Imports as a person does it in Norwegian: file or paste, the suggested columns, the check, then all of it. Gives the
 * milliseconds from the last press until the page says that it is done.
 */
export async function importThroughPage(
  page: Page,
  slug: string,
  { kind, rows, path }: File,
  expected: { readonly rows: string; readonly done: string; readonly seen?: () => Promise<void> },
): Promise<number> {
  await page.goto(routes.import(slug));
  await page.getByRole("radio", { name: kind }).check();
  if (rows) await page.getByLabel("Eller lim inn rader").fill(rows.map((cells) => cells.join("\t")).join("\n"));
  if (path !== undefined) await page.getByLabel("Fil", { exact: true }).setInputFiles(path);
  await page.getByRole("button", { name: "Last opp" }).click();
  const toCheck = page.getByRole("button", { name: "Sjekk radene" });
  // Pasted rows whose headings are all known go straight to the check.
  await expect(toCheck.or(page.getByRole("button", { name: `Importer ${expected.rows}` }))).toBeVisible();
  if (await toCheck.isVisible()) await toCheck.click();
  await expected.seen?.();
  const pressed = Date.now();
  await page.getByRole("button", { name: `Importer ${expected.rows}` }).click();
  await expect(page.getByRole("status").getByText(expected.done)).toBeVisible({ timeout: 30_000 });
  return Date.now() - pressed;
}
