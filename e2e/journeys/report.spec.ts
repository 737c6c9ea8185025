import { gzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect, test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const SCRIPT_KB = 150;
const PAGE_KB = 70;
const TIMES_AN_EMPTY_PAGE = 2.5;
const PDF_KB = 3000;
/** A4 without its margins, at 96 dots per inch. */
const PAPER = { width: 680, height: 1000 };

test("the report is at most 70 kB of page and 150 kB of script, and asks ahead for no list behind its numbers", async ({
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
  const answer = await page.goto(routes.team(slug), { waitUntil: "networkidle" });
  const kilobytes = (await weigh()) / 1000;
  info.annotations.push({ type: "script", description: `${kilobytes.toFixed(1)} kB compressed` });
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(SCRIPT_KB);
  expect(gzipSync((await answer?.body()) ?? "").length / 1000).toBeLessThanOrEqual(PAGE_KB);
  expect(ahead).toEqual([]);
});

test("the report of a sample team costs the server at most 2.5 times an empty page, both warm and by turns", async ({
  context,
  world,
}, info) => {
  const owner = await world.signIn(context, "nb");
  const empty = await world.team(owner, "startup", "nb");
  const full = await signInWithSamples(context, world, "startup", "nb");
  await world.join(owner, full.id, "viewer");
  await world.signInAs(context, owner.id);
  await world.admin`analyze`; // as the server does by itself within a minute
  const ratios: number[] = [];
  // What else the machine does can make one round of thirty unlike; a page that costs more does so in all three.
  while (ratios.length < 3 && !ratios.some((times) => times <= TIMES_AN_EMPTY_PAGE)) {
    const [blank, report] = await mediansOf(context.request, [routes.deals(empty.slug), routes.team(full.slug)]);
    ratios.push(report / blank);
    const said = `${report.toFixed(1)} ms against ${blank.toFixed(1)} ms: ${(report / blank).toFixed(2)} times`;
    info.annotations.push({ type: "server", description: said });
  }
  expect(Math.min(...ratios)).toBeLessThanOrEqual(TIMES_AN_EMPTY_PAGE);
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
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.close();
});

test("a block whose query the database refuses says so, and every other figure stands", async ({
  page,
  context,
  world,
}) => {
  const { slug } = await signInWithSamples(context, world, "startup", "nb");
  await page.goto(routes.team(slug));
  const figures = await page.locator("figure").count();
  await world.admin`revoke select on lost_reasons from tofold_app`;
  try {
    await page.reload();
    await expect(page.getByText("Vi fikk ikke hentet denne figuren.")).toHaveCount(1);
    expect(await page.locator("figure").count()).toBe(figures - 1);
    await expect(page.getByRole("heading", { name: "Mulighetskonverteringsrate", exact: true })).toBeVisible();
  } finally {
    await world.admin`grant select on lost_reasons to tofold_app`;
  }
  await page.getByRole("button", { name: "Prøv igjen" }).click();
  await expect(page.locator("figure")).toHaveCount(figures);
});

test("what is largest in the report's first paint stands there without any script", async ({
  page,
  context,
  world,
}) => {
  const { slug } = await signInWithSamples(context, world, "consultancy", "nb");
  await page.route("**/*.js", (route) => route.abort());
  await page.goto(routes.team(slug));
  const largest = await page.evaluate(largestPaint);
  expect(largest).toMatch(/leadene er blitt kunder|Leads fra perioden|Ledd 2/);
});

/** The text of the element that the browser itself calls the largest. */
function largestPaint(): Promise<string> {
  return new Promise((tell) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      tell((last && "element" in last && last.element instanceof Element && last.element.textContent) || "");
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

/** Of every script that the page asks for: what it weighs compressed. */
function scriptsOf(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  return async () => (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** Of two pages asked for by turns, so that whatever else the machine does is in both. */
async function mediansOf(request: APIRequestContext, paths: readonly [string, string]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 30; round += 1) {
    for (const [index, path] of paths.entries()) {
      const began = performance.now();
      const answer = await request.get(path);
      await answer.body();
      expect(answer.status()).toBe(200);
      if (round >= 6) times[index]?.push(performance.now() - began);
    }
  }
  const median = (each: readonly number[]) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? Number.NaN;
  return [median(times[0]), median(times[1])];
}

async function seen(page: Page, what: string): Promise<number> {
  const boxes = await Promise.all((await page.locator(what).all()).map((each) => each.boundingBox()));
  return boxes.filter((box) => box !== null && box.height > 0).length;
}
