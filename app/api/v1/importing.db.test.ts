import { afterAll, beforeAll, expect, it } from "vitest";
import { listImportBatches } from "@/db/queries/imports";
import { apiDesk } from "@/lib/api/testing/api-desk";
import { POST as undo } from "./imports/[id]/undo/route";
import { POST as imports } from "./imports/route";
import { PATCH as changeLead } from "./leads/[id]/route";
import { GET as leads } from "./leads/route";

let api: Awaited<ReturnType<typeof apiDesk>>;
beforeAll(async () => {
  api = await apiDesk();
});
afterAll(() => api.end());

const FILE = "mql,first,origin\na,2026-03-01,Fair\nb,2026-03-02,\nc,2026-02-30,Fair\n";
const MAPPING = { external_id: "mql", came_in_on: "first", channel: "origin" };

function send(query: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}, key = api.keys.write) {
  return api.ask(imports, `/imports?${query}`, {
    ...{ method: "POST", key, body },
    headers: { "Content-Type": "text/csv", ...headers },
  });
}
const mapping = (asked: object) => ({ "Import-Mapping": JSON.stringify(asked) });
const leadsOf = async (key: string) => {
  const { items } = (await api.ask(leads, "/leads?limit=200", { key })).body;
  return Array.isArray(items) ? items : [];
};
const batches = () => api.desk.within(api.ours.teamId, listImportBatches);

it("a file of 3 rows with 1 bad date: planned, then carried out as planned, then nothing the second time, then taken back", async () => {
  const plan = await send("kind=leads&dryRun=true", FILE, mapping(MAPPING));
  const reject = [{ line: 4, column: "came_in_on", code: "date", value: "2026-02-30" }];
  const counts = { create: 2, update: 0, skip: 0, rejected: 1, undated: 0, faulty: 0, reject };
  expect([plan.status, plan.body]).toEqual([200, { id: null, ...counts }]);
  expect([await leadsOf(api.keys.read), await batches()]).toEqual([[], []]);

  const done = await send("kind=leads", FILE, mapping(MAPPING));
  expect([done.status, done.body]).toEqual([200, { id: expect.any(String), ...counts }]);
  expect(await leadsOf(api.keys.read)).toHaveLength(2);
  expect(await leadsOf(api.keys.theirs)).toEqual([]);
  const again = await send("kind=leads&dryRun=false", FILE, mapping(MAPPING));
  expect(again.body).toMatchObject({ create: 0, update: 0, skip: 2, rejected: 1 });

  const asked = { method: "POST", id: String(done.body["id"]) };
  const foreign = await api.ask(undo, "/imports/x/undo", { ...asked, key: api.keys.theirs });
  expect([foreign.status, foreign.body["code"]]).toEqual([404, "not-found"]);
  const undone = await api.ask(undo, "/imports/x/undo", { ...asked, key: api.keys.write });
  expect([undone.status, undone.body]).toEqual([200, { id: done.body["id"], left: 0 }]);
  expect(await leadsOf(api.keys.read)).toEqual([]);
  const twice = await api.ask(undo, "/imports/x/undo", { ...asked, key: api.keys.write });
  expect([twice.status, twice.body["code"]]).toEqual([409, "already-undone"]);
});

it("5 of the same at once under one idempotency key: 1 import, 5 equal answers; two files at once wait for each other", async () => {
  const file = "external_id,name,came_in_on\nx,Ås,2026-03-01\n";
  const key = { "Idempotency-Key": "import-1" };
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send("kind=leads", file, key)));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ create: 1 });
  const other = await send("kind=leads", file.replace("Ås", "Bø"), key);
  expect([other.status, other.body["code"]]).toEqual([422, "request-mismatch"]);
  const same = await Promise.all([1, 2].map((n) => send("kind=leads", `id,name\ny,Cé\nz${n},Dø\n`)));
  expect(same.map(({ body }) => body["create"]).sort()).toEqual([1, 2]);
});

it("days that can be read in two ways are a question, which the mapping answers", async () => {
  const file = "id,date\nd,01/02/2026\n";
  const asked = await send("kind=leads&dryRun=true", file);
  expect([asked.status, asked.body["errors"]]).toEqual([400, [{ field: "Import-Mapping", code: "required" }]]);
  const told = await send("kind=leads&dryRun=true", file, mapping({ dateFormat: "d/m/yyyy" }));
  expect([told.status, told.body["create"]]).toEqual([200, 1]);
});

it.each([
  ["kind=people", "id\na\n", {}, "kind", "choice"],
  ["", "id\na\n", {}, "kind", "required"],
  ["kind=leads&dryRun=yes", "id\na\n", {}, "dryRun", "choice"],
  ["kind=leads&team_id=1", "id\na\n", {}, "team_id", "unknown-field"],
  ["kind=leads&body=x", "id\na\n", {}, "body", "unknown-field"],
  ["kind=leads", "", {}, "body", "required"],
  ["kind=leads", "id\na\n", { "Content-Type": "application/json" }, "Content-Type", "choice"],
  ["kind=leads", "id\na\n", mapping({ external_id: "no such heading" }), "Import-Mapping", "choice"],
  ["kind=leads", "id\na\n", mapping({ lost_reason: "id" }), "Import-Mapping", "choice"],
  ["kind=leads", "id\na\n", mapping({ team_id: "id" }), "Import-Mapping", "unknown-field"],
  ["kind=leads", "id\na\n", mapping({ timesAre: "cet" }), "Import-Mapping", "choice"],
  ["kind=leads", "id\na\n", mapping({ external_id: 0 }), "Import-Mapping", "text"],
  ["kind=leads", "id\na\n", { "Import-Mapping": '{"__proto__":"id"}' }, "Import-Mapping", "text"],
  ["kind=leads", "id\na\n", { "Import-Mapping": "[" }, "Import-Mapping", "text"],
  ["kind=leads", "x\na\n", {}, "Import-Mapping", "required"],
])("imports?%s of %j with %j is refused at %s: %s", async (query, file, headers, field, code) => {
  const answer = await send(query, file, headers);
  expect([answer.status, answer.body["code"]]).toEqual([400, "invalid"]);
  expect(answer.body["errors"]).toEqual([{ field, code }]);
});

it.each([
  ["more than 20 MB, whatever it says", "a".repeat(20 * 1024 * 1024 + 1), 413, "too-large", undefined],
  ["200,001 rows", `id\n${"a\n".repeat(200_001)}`, 400, "file-refused", "rows"],
  ["a workbook", "PK\u0003\u0004", 400, "file-refused", "not-text"],
  ["two columns of one name", "id,ID\na,b\n", 400, "file-refused", "header-twice"],
])("a file of %s is refused", async (_, file, status, code, reason) => {
  const answer = await send("kind=leads&dryRun=true", file);
  expect([answer.status, answer.body["code"], answer.body["reason"]]).toEqual([status, code, reason]);
});

it("a key that only reads imports nothing, not even in a dry run", async () => {
  const answer = await send("kind=leads&dryRun=true", FILE, mapping(MAPPING), api.keys.read);
  expect([answer.status, answer.body["code"]]).toEqual([403, "forbidden"]);
});

it("an import that changes 40 leads while each of them is changed one by one, in the other order: nobody waits in a circle", async () => {
  const rows = (end: string) => Array.from({ length: 40 }, (_, n) => `w${n},Lead ${n},2026-03-01${end}`).join("\n");
  await send("kind=leads", `id,name,dato,vunnet\n${rows(",")}`);
  const made = (await leadsOf(api.keys.read)).filter(({ name }: { name: string }) => name.startsWith("Lead "));
  const importing = send("kind=leads", `id,name,dato,vunnet\n${rows(",2026-03-09")}`);
  const changing = made.toReversed().map(({ id, version }: { id: string; version: number }) =>
    api.ask(changeLead, "/leads/x", {
      ...{ method: "PATCH", key: api.keys.write, id, body: { phone: "22 33 44 55" } },
      headers: { "If-Match": String(version) },
    }),
  );
  const statuses = (await Promise.all([importing, ...changing])).map(({ status }) => status);
  expect(made).toHaveLength(40);
  expect(statuses[0]).toBe(200);
  // Whom the import overtook is told so.
  expect(statuses.filter((status) => status !== 200 && status !== 412)).toEqual([]);
});
