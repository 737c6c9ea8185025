import { record } from "@/db/testing/records";
import { routes } from "@/lib/routes";
import { readCopy } from "@/lib/use-cases/sharing/shared-report-schema";
import en from "@/messages/en.json" with { type: "json" };
import { expect, test } from "../fixtures";
import { serverState } from "../server-state";
import { sharingTeam } from "./shared-links";

const EMBEDDED = { embedOrigins: "https://nordlys.example" };

test("what the page does not show is in no file, frame or picture of the link either (8.3)", async ({
  context,
  page,
  world,
}) => {
  const team = await sharingTeam(world);
  const monthAgo = new Date(Date.now() - 30 * 86_400_000);
  const sold = { cameIn: monthAgo, steps: [{ do: "sell", on: monthAgo }] } as const;
  await team.as((ctx) => record(ctx, [sold, sold, sold]));
  const { id, token } = await team.make({ ...EMBEDDED, csv: "on" });
  const [row] = await world.admin`select content from report_link_copies where report_link_id = ${id}`;
  const { rates } = readCopy(String(row?.["content"])).total;
  const hidden = [rates.leadConversionRate, rates.opportunityConversionRate].filter(({ value }) => value === "hidden");
  expect(hidden).toHaveLength(1);
  await page.goto(routes.sharedReport(token));
  const word = en.evidence.hidden;
  await expect(page.getByRole("region", { name: en.rates.lead, exact: true })).toContainText(word);
  const frame = await (await context.request.get(routes.embeddedReport(token))).text();
  expect(frame.split(word)).toHaveLength(2);
  expect(frame).not.toMatch(/<rect|3 of 15/);
  const csv = await (await context.request.get(routes.sharedCsv(token))).text();
  const totals = csv
    .split("\n")
    .filter((line) => /"total".*"(leadConversionRate|opportunityConversionRate)"/.test(line));
  expect([totals.length, totals.filter((line) => line.includes('"hidden"')).length]).toEqual([2, 1]);
  const pictures = [token, (await (await sharingTeam(world)).make()).token].map(async (each) =>
    (await context.request.get(routes.sharedImage(each))).body(),
  );
  const [one, other] = await Promise.all(pictures);
  expect(one?.length).toBeGreaterThan(1_000);
  expect(one?.equals(other ?? Buffer.from(""))).toBe(true);
});

test("a browser draws a report in a frame of the sites it names, and in no other; the report's page in none (8.7, S13)", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { token } = await (await sharingTeam(world)).make(EMBEDDED);
  const { origin } = serverState();
  await context.grantPermissions(["local-network-access"]); // the site is played by us, the server is here
  const framed = async (site: string, path: string) => {
    await page.route(`${site}/**`, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<iframe src="${origin}${path}" onload="document.title='over'">`,
      }),
    );
    await page.goto(`${site}/`);
    await expect(page).toHaveTitle("over");
    return page.frameLocator("iframe").locator("body").innerText();
  };
  const drawn = /Board report/;
  expect(await framed("https://nordlys.example", routes.embeddedReport(token))).toMatch(drawn);
  expect(await framed("https://evil.example", routes.embeddedReport(token))).not.toMatch(drawn);
  expect(await framed("https://sub.nordlys.example", routes.embeddedReport(token))).not.toMatch(drawn);
  expect(await framed("https://nordlys.example", routes.sharedReport(token))).not.toMatch(drawn);
  expect(await context.cookies(`${origin}/embed`)).toEqual([]);
  await context.close();
});
