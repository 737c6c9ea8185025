import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const SCRIPT_KB = 150;

test("the report loads at most 150 kB of script", async ({ page, context, world }, info) => {
  const { slug } = await signInWithSamples(context, world, "startup", "nb");
  const weigh = scriptsOf(page);
  await page.goto(routes.team(slug), { waitUntil: "networkidle" });
  const kilobytes = (await weigh()) / 1000;
  info.annotations.push({ type: "script", description: `${kilobytes.toFixed(1)} kB compressed` });
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(SCRIPT_KB);
});

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

/** Of every script that the page asks for: what it weighs compressed. */
function scriptsOf(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  return async () => (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
}

async function seen(page: Page): Promise<number> {
  const figures = await page.getByRole("figure").all();
  const boxes = await Promise.all(figures.map((figure) => figure.boundingBox()));
  return boxes.filter((box) => box !== null && box.height > 0).length;
}
