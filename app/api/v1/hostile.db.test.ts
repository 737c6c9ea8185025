import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiDesk } from "@/lib/api/testing/api-desk";
import { type HostileVector, hostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { POST as addLead } from "./leads/route";

let api: Awaited<ReturnType<typeof apiDesk>>;
let key: string;
beforeAll(async () => {
  api = await apiDesk();
});
afterAll(() => api.end());

/** Which fields of a lead take what the vectors of a kind are of. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  name: ["name", "company", "phone"],
  note: ["note"],
  "lead-email": ["email"],
  minor: ["expected.minor"],
  uuid: ["channelId", "campaignId", "ownerId"],
  date: ["cameInAt"],
  instant: ["cameInAt"],
};

describe.each(Object.entries(FIELDS))("of the hostile inputs of kind %s", (kind, all) => {
  it(`${all.join(", ")} takes those that are right, as they are stored, and refuses the others by name`, async () => {
    ({ key } = await api.keyOf(api.ours));
    for (const vector of hostileVectors(kind)) {
      const written = JSON.stringify(vector.input);
      const told = written.slice(0, 80);
      // Half a megabyte fits into a body once; null is nothing, which only the first of a kind must not be.
      const isForAll = vector.input !== null && written.length < 100_000;
      const fields = isForAll ? all : all.slice(0, 1);
      const { status, body } = await send(Object.fromEntries(fields.map((field) => [field, vector.input])));
      const refused = (Array.isArray(body["errors"]) ? body["errors"] : []).map(
        ({ field }: { field: string }) => field,
      );
      if (isRight(vector)) {
        expect(
          refused.filter((field) => fields.includes(field) && !mayBeNobodys(kind)),
          told,
        ).toEqual([]);
        if (status === 201) expect(stored(body, fields), told).toEqual(fields.map(() => asStored(vector)));
      } else {
        expect([status, refused.toSorted()], told).toEqual([400, fields.toSorted()]);
      }
    }
  });
});

it("of the hostile bodies those that are no object of our fields are refused, and none is an error of ours", async () => {
  for (const { input, expect: wanted } of hostileVectors("json-body")) {
    const answer = await api.ask(addLead, "/leads", {
      ...{ method: "POST", key, body: String(input) },
      headers: { "Content-Type": "application/json" },
    });
    expect(answer.status, String(input)).toBe(wanted === "reject" ? 400 : 201);
  }
});

function send(given: Readonly<Record<string, unknown>>) {
  const { "expected.minor": minor, ...rest } = given;
  const expected = "expected.minor" in given ? { expected: { minor, currency: "NOK" } } : {};
  return api.ask(addLead, "/leads", { method: "POST", key, body: { name: "Kari", ...rest, ...expected } });
}

/** One field takes days and moments, so what is wrong as the one may be right as the other. */
function isRight({ kind, input, expect: wanted }: HostileVector): boolean {
  const isMoment = kind === "date" && typeof input === "string" && /^[0-9-]{10}T[0-9:]{8}/.test(input);
  const isDay = kind === "instant" && typeof input === "string" && /^[0-9-]{10}$/.test(input);
  return wanted !== "reject" || isMoment || isDay;
}

/** A right id names nothing of this team here, and a right day may lie ahead. */
function mayBeNobodys(kind: string): boolean {
  return ["uuid", "date", "instant"].includes(kind);
}

function stored(body: Readonly<Record<string, unknown>>, fields: readonly string[]): readonly unknown[] {
  return fields.map((field) => (field === "expected.minor" ? Object(body["expected"]).minor : body[field]));
}

function asStored({ kind, expect: wanted }: HostileVector): unknown {
  if (kind === "date" || kind === "instant") return expect.any(String);
  return wanted === "reject" ? wanted : wanted["value"];
}
