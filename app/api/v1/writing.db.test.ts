import { afterAll, beforeAll, expect, it } from "vitest";
import { RATES } from "@/lib/api/answers";
import { type Answered, apiDesk, type Handler } from "@/lib/api/testing/api-desk";
import { POST as opportunitiesOfLead } from "./leads/[id]/opportunities/route";
import { PATCH as changeLead } from "./leads/[id]/route";
import { POST as moveLead } from "./leads/[id]/transitions/route";
import { GET as leads, POST as addLead } from "./leads/route";
import { GET as lostReasons } from "./lost-reasons/route";
import { PATCH as changeOpportunity } from "./opportunities/[id]/route";
import { POST as moveOpportunity } from "./opportunities/[id]/transitions/route";
import { POST as addOpportunity } from "./opportunities/route";
import { GET as rates } from "./rates/route";
import { GET as stagesRoute } from "./stages/route";
import { GET as deals } from "./deals/route";
import { POST as undo } from "./transitions/[id]/undo/route";

let api: Awaited<ReturnType<typeof apiDesk>>;
let stages: readonly Readonly<Record<string, unknown>>[];
const WRITES: ReadonlyMap<Handler, string> = new Map([
  [addLead, "POST /leads"],
  [changeLead, "PATCH /leads/x"],
  [moveLead, "POST /leads/x/transitions"],
  [opportunitiesOfLead, "POST /leads/x/opportunities"],
  [addOpportunity, "POST /opportunities"],
  [changeOpportunity, "PATCH /opportunities/x"],
  [moveOpportunity, "POST /opportunities/x/transitions"],
  [undo, "POST /transitions/x/undo"],
]);
const NOWHERE = "01a211c7-a048-7d09-9d36-e6d840ff960f";

beforeAll(async () => {
  api = await apiDesk();
  stages = itemsOf(await api.ask(stagesRoute, "/stages?limit=200", { key: api.keys.read }));
});
afterAll(() => api.end());

const itemsOf = ({ body }: Answered) => (Array.isArray(body["items"]) ? body["items"] : []);
const stage = (subject: string, kind: string, nth = 0) =>
  String(stages.filter((one) => one["subject"] === subject && one["kind"] === kind)[nth]?.["id"]);
const refusal = ({ status, body }: Answered) => [status, body["code"], body["errors"]];

async function write(
  handler: Handler,
  body: object,
  more: { readonly of?: Answered | string; readonly version?: unknown; readonly headers?: Record<string, string> } & {
    readonly key?: string;
  } = {},
): Promise<Answered> {
  const { of, key = api.keys.write, headers = {} } = more;
  const id = typeof of === "object" ? String(of.body["id"]) : of;
  const version = more.version === undefined && typeof of === "object" ? of.body["version"] : more.version;
  const match = version === undefined || version === null ? {} : { "If-Match": `"${String(version)}"` };
  const [method = "", path = ""] = (WRITES.get(handler) ?? "").split(" ");
  const asked = { method, key, body, headers: { ...match, ...headers } };
  return api.ask(handler, path, id === undefined ? asked : { ...asked, id });
}

it("a lead comes in, is changed, qualifies, is won with its deal: 1 of 1, and undone it is open again", async () => {
  const lead = await write(addLead, { name: "Ås AS", email: "kari@ås.no", cameInAt: "2026-10-01" });
  expect(lead.status).toBe(201);
  expect(lead.body).toMatchObject({
    name: "Ås AS",
    email: "kari@xn--s-1fa.no",
    kind: "open",
    note: "",
    expected: null,
  });
  const money = { minor: 12_500_000, currency: "NOK" };
  const changed = await write(changeLead, { note: "Ring", expected: money }, { of: lead });
  expect([changed.status, changed.body["version"]]).toEqual([200, Number(lead.body["version"]) + 1]);
  expect(changed.body).toMatchObject({ name: "Ås AS", email: "kari@xn--s-1fa.no", note: "Ring", expected: money });
  const emptied = await write(changeLead, { email: null, expected: null }, { of: changed });
  expect(emptied.body).toMatchObject({ name: "Ås AS", email: null, note: "Ring", expected: null });

  const opened = { name: "Avtale", openedAt: "2026-10-02T09:00:00+02:00" };
  const opportunity = await write(opportunitiesOfLead, opened, { of: emptied });
  expect([opportunity.status, opportunity.body["leadId"]]).toEqual([201, lead.body["id"]]);
  expect(opportunity.body["openedAt"]).toBe("2026-10-02T07:00:00.000Z");
  const renamed = await write(changeOpportunity, { name: "Årsavtale" }, { of: opportunity });
  expect([renamed.status, renamed.body["name"]]).toEqual([200, "Årsavtale"]);
  const deal = { amount: money, kind: "subscription", termMonths: 12 };
  const to = stage("opportunity", "won");
  const won = await write(moveOpportunity, { to, occurredAt: "2026-10-03", deal }, { of: renamed });
  expect([won.status, won.body["kind"]]).toEqual([201, "won"]);
  const made = itemsOf(await api.ask(deals, "/deals", { key: api.keys.read }));
  expect(made).toMatchObject([{ id: won.body["dealId"], amount: money, termMonths: 12, signedOn: "2026-10-03" }]);
  expect(await hits()).toEqual([1, 1]);

  const undone = await write(undo, {}, { of: String(won.body["transitionId"]) });
  expect([undone.status, undone.body["undoesId"]]).toEqual([201, won.body["transitionId"]]);
  expect(await hits()).toEqual([0, 1]);
  const twice = await write(undo, {}, { of: String(won.body["transitionId"]) });
  expect(refusal(twice)).toEqual([409, "already-undone", undefined]);
});

it("an opportunity without a lead is lost for one of the team's reasons; a lead leaves the rates for one", async () => {
  const [reason] = itemsOf(await api.ask(lostReasons, "/lost-reasons", { key: api.keys.read }));
  const opportunity = await write(addOpportunity, { name: "Mersalg" });
  const lost = { to: stage("opportunity", "lost"), lostReason: reason.id };
  expect((await write(moveOpportunity, lost, { of: opportunity })).body).toMatchObject({
    ...{ kind: "lost", lostReasonId: reason.id, dealId: null },
  });
  const lead = await write(addLead, { name: "Spam" });
  const out = await write(moveLead, { to: stage("lead", "excluded"), excludedAs: "spam" }, { of: lead });
  expect([out.status, out.body["kind"], out.body["excludedAs"]]).toEqual([201, "excluded", "spam"]);
  expect(out.body["transitionId"]).toEqual(expect.any(String));
});

it("5 of the same under one idempotency key are 1 lead; for another lead the key is refused; without a key there are 2", async () => {
  const before = await leadCount();
  const headers = { "Idempotency-Key": "a-lead" };
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => write(addLead, { name: "Én" }, { headers })));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  expect(await leadCount()).toBe(before + 1);
  expect(refusal(await write(addLead, { name: "To" }, { headers }))).toEqual([422, "request-mismatch", undefined]);
  const theirs = await write(addLead, { name: "To" }, { headers, key: api.keys.theirs });
  expect(theirs.status).toBe(201);
  await write(addLead, { name: "Én" });
  await write(addLead, { name: "Én" });
  expect(await leadCount()).toBe(before + 3);
  // A refusal is no effect, so the key is free for the corrected request.
  const refused = { "Idempotency-Key": "refused first" };
  expect((await write(addLead, {}, { headers: refused })).status).toBe(400);
  const bad = await write(addLead, { name: "Én" }, { headers: { "Idempotency-Key": "x".repeat(201) } });
  expect(refusal(bad)).toEqual([400, "invalid", [{ field: "Idempotency-Key", code: "text" }]]);
});

it("two who saw version 1 and change it at once: one does, the other is told that it is old; without a version: 428", async () => {
  const lead = await write(addLead, { name: "Kappløp" });
  const both = await Promise.all(["a", "b"].map((phone) => write(changeLead, { phone }, { of: lead })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(both.find(({ status }) => status === 412)?.body).toMatchObject({ code: "conflict", version: 2 });
  const writes: readonly (readonly [Handler, object])[] = [
    [changeLead, { phone: "c" }],
    [moveLead, { to: stage("lead", "not_a_fit") }],
    [opportunitiesOfLead, { name: "c" }],
  ];
  for (const [handler, body] of writes) {
    const without = await write(handler, body, { of: lead, version: null });
    expect(refusal(without)).toEqual([428, "version-missing", undefined]);
    expect((await write(handler, body, { of: lead })).status).toBe(412);
    const bad = await write(handler, body, { of: lead, version: "x" });
    expect(refusal(bad)).toEqual([400, "invalid", [{ field: "If-Match", code: "count" }]]);
    // Another team's record, one that is not there, and an id that is none: one answer.
    const notFound = [
      await write(handler, body, { of: lead, key: api.keys.theirs }),
      await write(handler, body, { of: NOWHERE, version: 1 }),
      await write(handler, body, { of: "x", version: 1 }),
    ];
    expect(notFound.map(refusal)).toEqual(notFound.map(() => [404, "not-found", undefined]));
    expect((await write(handler, body, { of: lead, key: api.keys.read })).status).toBe(403);
  }
});

it("what cannot be is refused at its field, and a move that does not exist with its code", async () => {
  const lead = await write(addLead, { name: "Felt" });
  const opportunity = await write(opportunitiesOfLead, { name: "Felt" }, { of: lead });
  const deal = { amount: { minor: 1, currency: "NOK" } };
  const won = stage("opportunity", "won");
  const lost = stage("opportunity", "lost");
  const open = stage("opportunity", "open", 1);
  const ofOpportunity: readonly (readonly [object, unknown])[] = [
    [{ to: won }, [{ field: "deal", code: "required" }]],
    [{ to: lost }, [{ field: "lostReason", code: "required" }]],
    [{ to: open, deal }, [{ field: "deal", code: "unknown-field" }]],
    [{ to: won, deal, lostReason: NOWHERE }, [{ field: "lostReason", code: "unknown-field" }]],
    [{ to: lost, lostReason: NOWHERE }, [{ field: "lostReason", code: "choice" }]],
    [{ to: stage("lead", "open") }, [{ field: "to", code: "choice" }]],
    [{ to: open, occurredAt: "2099-01-01" }, [{ field: "occurredAt", code: "date-future" }]],
    [{ to: won, occurredAt: "2099-01-01T00:00:00Z", deal }, [{ field: "occurredAt", code: "date-future" }]],
    [
      { to: won, deal: { amount: { minor: 1.5, currency: "XXX" }, kind: "gift", termMonths: 0, id: NOWHERE } },
      expect.any(Array),
    ],
  ];
  for (const [body, errors] of ofOpportunity) {
    expect(refusal(await write(moveOpportunity, body, { of: opportunity }))).toEqual([400, "invalid", errors]);
  }
  const fresh = { of: lead, version: 2 };
  expect(refusal(await write(moveLead, { to: stage("lead", "not_a_fit") }, fresh))).toEqual([
    409,
    "opportunity-open",
    undefined,
  ]);
  expect(refusal(await write(moveLead, { to: stage("lead", "customer") }, fresh))).toEqual([
    409,
    "already-decided",
    undefined,
  ]);
  const noReason = await write(moveLead, { to: stage("lead", "excluded") }, fresh);
  expect(refusal(noReason)).toEqual([400, "invalid", [{ field: "excludedAs", code: "required" }]]);
  const noExclusion = { to: stage("lead", "open", 1), excludedAs: "spam" };
  const dropped = await write(moveLead, noExclusion, fresh);
  expect(refusal(dropped)).toEqual([400, "invalid", [{ field: "excludedAs", code: "unknown-field" }]]);
  const foreign = itemsOf(await api.ask(stagesRoute, "/stages", { key: api.keys.theirs }))[0].id;
  expect(refusal(await write(moveLead, { to: foreign }, fresh))).toEqual([
    400,
    "invalid",
    [{ field: "to", code: "choice" }],
  ]);
  expect(refusal(await write(changeLead, {}, fresh))).toEqual([400, "invalid", [{ field: "body", code: "required" }]]);
  const large = await write(addLead, { name: "x", note: "x".repeat(1024 * 1024) });
  expect(refusal(large)).toEqual([413, "too-large", undefined]);
});

it.each(["id", "team_id", "teamId", "role", "created_by", "version", "deleted_at", "kind", "stageId"])(
  "no write of a lead takes %s in its body",
  async (field) => {
    const lead = await write(addLead, { name: "Streng", [field]: "1" });
    expect(refusal(lead)).toEqual([400, "invalid", [{ field, code: "unknown-field" }]]);
    const change = await write(changeLead, { [field]: "1" }, { of: NOWHERE, version: 1 });
    expect(refusal(change)).toEqual([400, "invalid", [{ field, code: "unknown-field" }]]);
  },
);

async function leadCount(): Promise<number> {
  return itemsOf(await api.ask(leads, "/leads?limit=200", { key: api.keys.read })).length;
}

async function hits() {
  const { body } = await api.ask(rates, "/rates?from=2026-10-01&to=2026-10-02", { key: api.keys.read });
  const { total } = RATES.parse(body);
  return [total.leadConversionRate.hits, total.leadConversionRate.trials];
}

it("a record carries the name that it has elsewhere, which is one record's alone; every write says the version it left", async () => {
  const lead = await write(addLead, { name: "Ås AS", externalId: "crm-1" });
  expect([lead.body["externalId"], lead.headers.get("etag")]).toEqual(["crm-1", `"${String(lead.body["version"])}"`]);
  const taken = [400, "invalid", [{ field: "externalId", code: "name-taken" }]];
  expect(refusal(await write(addLead, { name: "Nok en", externalId: "crm-1" }))).toEqual(taken);
  const renamed = await write(changeLead, { externalId: "crm-2" }, { of: lead });
  expect([renamed.status, renamed.body["externalId"], renamed.body["name"]]).toEqual([200, "crm-2", "Ås AS"]);
  expect(renamed.headers.get("etag")).toBe(`"${Number(lead.body["version"]) + 1}"`);
  const kept = await write(changeLead, { note: "Ring" }, { of: renamed });
  expect(kept.body["externalId"]).toBe("crm-2");
  const freed = await write(changeLead, { externalId: null }, { of: kept });
  expect(freed.body["externalId"]).toBeNull();
  expect((await write(addLead, { name: "Nok en", externalId: "crm-2" })).status).toBe(201);

  const sale = await write(opportunitiesOfLead, { name: "Salg", externalId: "crm-1" }, { of: freed });
  expect([sale.status, sale.body["externalId"]]).toEqual([201, "crm-1"]);
  const alone = await write(addOpportunity, { name: "Mersalg", externalId: "crm-3" });
  expect(refusal(await write(changeOpportunity, { externalId: "crm-1" }, { of: alone }))).toEqual(taken);
  expect((await write(changeOpportunity, { externalId: "crm-3" }, { of: alone })).status).toBe(200);
  const both = await Promise.all([1, 2].map(() => write(addLead, { name: "To", externalId: "crm-9" })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400]);
});
