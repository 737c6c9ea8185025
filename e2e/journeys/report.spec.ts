import { gzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const SCRIPT_KB = 150;
const TIMES_AN_EMPTY_PAGE = 2.5;
const PDF_KB = 3000;
/** A4 without its margins, at 96 dots per inch. */
const PAPER = { width: 680, height: 1000 };

test("the report loads at most 150 kB of script, and asks ahead for no list behind its numbers", async ({
  page,
  context,
  world,
}, info) => {
  const { slug } = await signInWithSamples(context, world, "startup", "nb");
  const weigh = scriptsOf(page);
  const ahead: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("counted=")) ahead.push(request.url());
  });
  await page.goto(routes.team(slug), { waitUntil: "networkidle" });
  const kilobytes = (await weigh()) / 1000;
  info.annotations.push({ type: "script", description: `${kilobytes.toFixed(1)} kB compressed` });
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(SCRIPT_KB);
  expect(ahead).toEqual([]);
});

test("the report of a sample team costs the server at most 2.5 times an empty page", async ({
  context,
  world,
}, info) => {
  const owner = await world.signIn(context, "nb");
  const empty = await world.team(owner, "startup", "nb");
  const full = await signInWithSamples(context, world, "startup", "nb");
  await world.join(owner, full.id, "viewer");
  await world.signInAs(context, owner.id);
  const [blank, report] = await mediansOf(context.request, [routes.deals(empty.slug), routes.team(full.slug)]);
  const times = Number(report) / Number(blank);
  info.annotations.push({ type: "server", description: `${report} ms against ${blank} ms: ${times.toFixed(2)} times` });
  expect(times).toBeLessThanOrEqual(TIMES_AN_EMPTY_PAGE);
});

test("without any script the report shows both rates and every figure, and paper keeps them with their tables", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { slug } = await signInWithSamples(context, world, "agency", "nb");
  const page = await context.newPage();
  await page.goto(routes.team(slug));
  await expect(page.getByRole("heading", { name: "Leadkonverteringsrate", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mulighetskonverteringsrate", exact: true })).toBeVisible();
  const figures = await seen(page, "figure");
  expect(figures).toBeGreaterThan(2);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  expect(await seen(page, "figure")).toBe(figures);
  expect(await seen(page, "figure details table")).toBe(await page.locator("figure details table").count());
  // What is wider makes the browser shrink the whole sheet.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width);
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.length / 1000).toBeGreaterThan(20);
  expect(pdf.length / 1000).toBeLessThan(PDF_KB);
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

/** Milliseconds until the whole answer has come, warm and in turns, so that the machine's mood meets all alike. */
async function mediansOf(request: APIRequestContext, paths: readonly string[]): Promise<readonly number[]> {
  const times = paths.map((): number[] => []);
  for (let round = 0; round < 20; round += 1) {
    for (const [index, path] of paths.entries()) {
      const began = performance.now();
      const answer = await request.get(path);
      await answer.body();
      expect(answer.status()).toBe(200);
      if (round >= 4) times[index]?.push(performance.now() - began);
    }
  }
  return times.map((each) => Math.round(each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0));
}

async function seen(page: Page, what: string): Promise<number> {
  const boxes = await Promise.all((await page.locator(what).all()).map((each) => each.boundingBox()));
  return boxes.filter((box) => box !== null && box.height > 0).length;
}
