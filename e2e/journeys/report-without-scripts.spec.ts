import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

test("without any script the report shows both rates and every figure, and paper keeps them", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { slug } = await signInWithSamples(context, world, "agency", "nb");
  const page = await context.newPage();
  await page.goto(routes.team(slug));
  await expect(page.getByRole("heading", { name: "Leadkonverteringsrate", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mulighetskonverteringsrate", exact: true })).toBeVisible();
  const figures = await seen(page);
  expect(figures).toBeGreaterThan(2);
  await page.emulateMedia({ media: "print" });
  expect(await seen(page)).toBe(figures);
  expect((await page.pdf({ format: "A4", printBackground: true })).length).toBeGreaterThan(20_000);
  await context.close();
});

async function seen(page: Page): Promise<number> {
  const figures = await page.getByRole("figure").all();
  const boxes = await Promise.all(figures.map((figure) => figure.boundingBox()));
  return boxes.filter((box) => box !== null && box.height > 0).length;
}
