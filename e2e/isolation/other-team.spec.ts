import { randomUUID } from "node:crypto";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { allRows } from "@/db/testing/all-rows";
import { listChannels } from "@/db/queries/pipeline";
import { plantTeam } from "@/db/testing/planted-team";
import { asId, type UserId } from "@/lib/domain/ids";
import { routes } from "@/lib/routes";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { uploadImport } from "@/lib/use-cases/import/upload-import";
import { inviteMember } from "@/lib/use-cases/members/invite-member";
import { makeOpportunity, openOpportunity } from "@/lib/use-cases/opportunities/open-opportunity";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { type Ids, TEAM_DOWNLOADS, TEAM_PAGES, TEAM_UPLOADS } from "../entrances";
import { expect, test, type World } from "../fixtures";
import { serverState } from "../server-state";
import { formsIn, type FoundForm, send } from "./forms-of";

interface Team extends Ids {
  readonly id: string;
  readonly owner: UserId;
}

test("the curious member of another team gets 404 at every address, not a byte of what stands there, and the right one 200", async ({
  browser,
  context,
  world,
}) => {
  const { canary, ...theirs } = await plant(world);
  const own = await furnish(world);
  await world.signInAs(context, own.owner);
  const insider = await browser.newContext();
  await world.signInAs(insider, theirs.owner);
  const stranger = await browser.newContext();
  const before = await allRows(world.admin, theirs.id);

  for (const [file, address] of Object.entries({ ...TEAM_PAGES, ...TEAM_DOWNLOADS })) {
    const path = address(theirs);
    const mixed = address({ ...theirs, slug: own.slug });
    for (const asked of mixed === address(own) ? [path] : [path, mixed]) {
      for (const headers of [{}, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }]) {
        const answer = await context.request.get(asked, { headers });
        const text = await answer.text();
        expect(text.includes(canary), `${file} ${JSON.stringify(headers)}`).toBe(false);
        if (!("RSC" in headers)) expect(answer.status(), `${file} as the wrong team`).toBe(404);
      }
    }
    expect((await context.request.get(address(own))).status(), `${file} as the right team`).toBe(200);
    expect((await stranger.request.get(path)).url(), `${file} signed out`).toContain(routes.signIn());
    if (file in TEAM_PAGES) expect((await insider.request.get(path)).status(), `${file} as its own team`).toBe(200);
  }
  for (const page of [routes.leads(own.slug, { q: canary }), routes.opportunities(own.slug, { q: canary })]) {
    const text = await (await context.request.get(page)).text();
    expect(text.replaceAll(`value="${canary}"`, "")).not.toContain(theirs.lead);
  }
  expect(await allRows(world.admin, theirs.id)).toEqual(before);
  await insider.close();
  await stranger.close();
});

test("another team's id and an id of nobody are answered alike", async ({ page, context, world }) => {
  const theirs = await plant(world);
  const own = await furnish(world);
  await world.signInAs(context, own.owner);
  const nobody = { lead: randomUUID(), opportunity: randomUUID(), batch: randomUUID(), channel: randomUUID() };
  for (const [file, address] of Object.entries({ ...TEAM_PAGES, ...TEAM_DOWNLOADS })) {
    const [foreign, random] = [address({ ...theirs, slug: own.slug }), address({ ...nobody, slug: own.slug })];
    if (foreign === random) continue;
    const shown = file in TEAM_DOWNLOADS ? sentAt : shownAt;
    expect(await shown(page, foreign), file).toEqual(await shown(page, random));
  }
});

test("every form of every page, sent with the other team's address or with its ids, is refused and changes nothing", async ({
  page,
  context,
  world,
}) => {
  test.setTimeout(180_000);
  const { canary, ...theirs } = await plant(world);
  const own = await furnish(world);
  await world.signInAs(context, own.owner);
  const forms = await allForms(page, context, own);
  expect(forms.length).toBeGreaterThan(25);
  const before = [await allRows(world.admin, theirs.id), await allRows(world.admin, own.id)];

  for (const form of forms) {
    const sent = withValues(form, (name, value) => (isAction(name) ? value.replaceAll(own.slug, theirs.slug) : value));
    if (sent === null) continue; // a form of the account, which no team stands behind
    const text = await refusal(context.request, sent);
    expect(text, describeForm(form)).toMatch(/Vi fant det ikke|Vi fant ikke siden/);
    expect(text.includes(canary), describeForm(form)).toBe(false);
  }
  const counterparts = await idsAgainst(world, own, theirs);
  let swapped = 0;
  for (const form of forms) {
    for (const [name] of form.fields) {
      const sent = withValues(form, (one, value) =>
        one === name && !isAction(one) ? (counterparts.get(value) ?? choiceFor(one, theirs) ?? value) : value,
      );
      if (sent === null) continue;
      swapped += 1;
      const text = await refusal(context.request, sent);
      expect(text.includes(canary), `${describeForm(form)} ${name}`).toBe(false);
    }
  }
  expect(swapped).toBeGreaterThan(25);
  expect(await allRows(world.admin, theirs.id)).toEqual(before[0]);
  expect(await allRows(world.admin, own.id)).toEqual(before[1]);
});

test("a form that another site sends is refused, whatever it calls itself; the same from our own page is carried out", async ({
  page,
  context,
  world,
}) => {
  const own = await furnish(world);
  await world.signInAs(context, own.owner);
  const [form] = (await formsIn(page, context.request, routes.leads(own.slug))).filter(({ fields }) =>
    fields.some(([name]) => name === "line"),
  );
  if (!form) throw new Error("no form to add a lead by");
  const before = await allRows(world.admin, own.id);
  const { origin } = serverState();
  const foreign: readonly Readonly<Record<string, string>>[] = [
    {},
    { Origin: "null" },
    { Origin: "https://evil.example" },
    { Origin: "http://evil.localhost:3105" },
    { Origin: origin, "Sec-Fetch-Site": "cross-site" },
    { Origin: origin, "Sec-Fetch-Site": "same-site" },
    { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ];
  for (const headers of foreign) {
    await send(context.request, form, headers);
    expect(await allRows(world.admin, own.id), JSON.stringify(headers)).toEqual(before);
  }
  const upload = await context.request.post(routes.importUpload(own.slug), {
    multipart: { kind: "leads", pasted: "Navn\nKari" },
    headers: { Origin: "https://evil.example" },
    maxRedirects: 0,
  });
  expect(upload.status()).toBe(403);
  expect(await allRows(world.admin, own.id)).toEqual(before);
  await send(context.request, form);
  expect((await allRows(world.admin, own.id))["leads"]).toHaveLength((before["leads"]?.length ?? 0) + 1);
});

test("a file for the other team is 404 and is not taken in; for one's own it is", async ({ context, world }) => {
  const theirs = await plant(world);
  const own = await furnish(world);
  await world.signInAs(context, own.owner);
  const before = await allRows(world.admin, theirs.id);
  const file = { multipart: { kind: "leads", pasted: "Navn\nKari" }, headers: { Origin: serverState().origin } };
  for (const address of Object.values(TEAM_UPLOADS)) {
    const refused = await context.request.post(address(theirs), { ...file, maxRedirects: 0 });
    expect(refused.status()).toBe(404);
    const taken = await context.request.post(address(own), { ...file, maxRedirects: 0 });
    expect(taken.headers()["location"]).toContain(`${routes.import(own.slug)}/`);
  }
  expect(await allRows(world.admin, theirs.id)).toEqual(before);
});

/** A team with a canary in every column of every table. */
async function plant({ admin }: World): Promise<Team & { readonly canary: string }> {
  const { id, canary, rows } = await plantTeam(admin);
  const slug = `quiet-${randomUUID().slice(-12)}`;
  await admin`update teams set slug = ${slug} where id = ${id}`;
  const idOf = (table: string, key = "id") => String(rows.find(([name]) => name === table)?.[1][key]);
  return {
    ...{ id, canary, slug, owner: asId<UserId>(idOf("memberships", "user_id")) },
    ...{ lead: idOf("leads"), opportunity: idOf("opportunities"), batch: idOf("import_batches") },
    channel: idOf("channels"),
  };
}

/** A team with something on each of its pages, made as people make it. */
async function furnish({ database }: World): Promise<Team> {
  const desk = teamDesk(database);
  const { teamId, slug, owner } = await desk.newTeam();
  const now = new Date();
  const facts = { name: "Kari", note: "", money: null };
  const nobody = { channelId: null, campaignId: null, ownerId: null };
  const more = { company: null, email: null, phone: null, cameInOn: null };
  const doing = <T>(work: Parameters<typeof desk.as<T>>[2]) => desk.as(teamId, owner, work, now);
  const lead = await doing((ctx) => createLead(ctx, { ...facts, ...nobody, ...more }));
  const idle = await doing((ctx) => createLead(ctx, { ...facts, ...nobody, ...more }));
  await doing((ctx) => makeOpportunity(ctx, { ...facts, leadId: lead.id, version: 1, stageId: null, openedOn: null }));
  const { id: opportunity } = await doing((ctx) =>
    openOpportunity(ctx, { ...facts, ...nobody, stageId: null, openedOn: null }),
  );
  const bytes = new TextEncoder().encode("Navn;Kom inn\nKari;2026-01-02\n;x\n");
  const { batchId } = await doing((ctx) => uploadImport(ctx, { kind: "leads", fileName: "a.csv", bytes }));
  await doing((ctx) => inviteMember(ctx, { email: `${randomUUID()}@example.com`, role: "viewer" }));
  await desk.newMember(teamId, "member");
  const [channel] = await doing((ctx) => listChannels(ctx.db));
  return {
    ...{ id: teamId, slug, owner: owner.id, lead: idle.id, opportunity, batch: batchId },
    channel: channel?.id ?? "",
  };
}

async function allForms(page: Page, context: BrowserContext, own: Team): Promise<readonly FoundForm[]> {
  const forms = new Map<string, FoundForm>();
  for (const address of Object.values(TEAM_PAGES)) {
    for (const form of await formsIn(page, context.request, address(own))) {
      if (!forms.has(form.action)) forms.set(form.action, form);
    }
  }
  return [...forms.values()];
}

/** What is answered: the page with the refusal in it. Nothing is redirected to, and nothing breaks. */
async function refusal(request: APIRequestContext, form: FoundForm): Promise<string> {
  const answer = await send(request, form);
  expect([200, 404], describeForm(form)).toContain(answer.status());
  return answer.text();
}

/** The form with other values; null when none would be another. */
function withValues(form: FoundForm, valueOf: (name: string, value: string) => string): FoundForm | null {
  const fields = form.fields.map(([name, value]) => [name, valueOf(name, value)] as const);
  return fields.some(([, value], i) => value !== form.fields[i]?.[1]) ? { ...form, fields } : null;
}

function isAction(name: string): boolean {
  return name.startsWith("$ACTION");
}

/** Of each id of ours, the id of theirs of the same kind. */
async function idsAgainst({ admin }: World, own: Team, theirs: Team): Promise<ReadonlyMap<string, string>> {
  const tables = await admin<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and table_name in
      (select table_name from information_schema.columns where column_name = 'team_id')`;
  const pairs = new Map<string, string>([[own.owner, theirs.owner]]);
  for (const { name } of tables) {
    const [other] = await admin`select id from ${admin(name)} where team_id = ${theirs.id} limit 1`;
    const ours = await admin`select id from ${admin(name)} where team_id = ${own.id}`;
    for (const { id } of ours) if (other) pairs.set(String(id), String(other["id"]));
  }
  return pairs;
}

/** For what is not chosen yet: the other team's member as the one who answers for it. */
function choiceFor(name: string, theirs: Team): string | undefined {
  return name === "ownerId" ? theirs.owner : undefined;
}

function describeForm({ path, fields }: FoundForm): string {
  return `${path}: ${fields
    .map(([name]) => name)
    .filter((name) => !isAction(name))
    .join(", ")}`;
}

/** All that a reader can tell two answers apart by; their bytes come in no fixed order. */
/** Not the title, which streams in at its own time; that no byte of the other team is in it is walked above. */
async function shownAt(page: Page, path: string) {
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  return { status: answer?.status(), text: await page.locator("body").innerText() };
}

/** For what is no page: a download that is not there has nothing to show. */
async function sentAt(page: Page, path: string) {
  const answer = await page.request.get(path);
  return { status: answer.status(), text: await answer.text() };
}
