import { describe, expect, it, test } from "vitest";
import {
  ACTORS,
  can,
  canInTeam,
  canShare,
  CAPABILITIES,
  capabilityToManage,
  type Role,
  ROLES,
  type Sharing,
} from "./permissions";

/** Who may, typed from the design and not from the code: O owner, A admin, M member, V viewer, L visitor, R and W keys. */
const MAY: Record<string, string> = {
  "report:read report:records report:asOf report:export": "O A M V R W",
  "report:shared": "O A M V L",
  "view:saveOwn": "O A M V",
  "view:saveTeam": "O A",
  "lead:read opportunity:read deal:read record:history": "O A M V R W",
  "lead:create lead:edit lead:move lead:exclude lead:archive lead:bulk": "O A M W",
  "opportunity:create opportunity:edit opportunity:move opportunity:reopen opportunity:archive opportunity:bulk":
    "O A M W",
  "lead:assignOwn opportunity:assignOwn": "O A M W",
  "lead:reassign opportunity:reassign": "O A",
  "deal:create deal:editOwn": "O A M W",
  "deal:editOther": "O A W",
  "lead:delete opportunity:delete deal:void record:undelete": "O A",
  "transition:undo transition:backdate": "O A M W",
  "transition:change transition:delete": "",
  "person:export person:erase": "O A",
  "import:run import:undoOwn": "O A M W",
  "import:undoOther": "O A",
  "export:records": "O A",
  "export:team": "O",
  "link:list link:create link:change link:embed link:revoke": "O A",
  "settings:read": "O A M V R W",
  "settings:definitions settings:targets settings:stages settings:channels settings:lostReasons settings:name": "O A",
  "channel:create campaign:create campaign:edit": "O A M W",
  "settings:slug settings:retention settings:security": "O",
  "member:list": "O A M V",
  "member:emails invite:list invite:revoke": "O A",
  "member:manage": "O A",
  "member:manageAdmins": "O",
  "member:leave": "O A M V",
  "key:list key:create key:revoke": "O A",
  "activity:read activity:export activity:verify": "O A",
  "activity:change activity:delete": "",
  "team:delete team:undelete": "O",
};
const LETTERS = { owner: "O", admin: "A", member: "M", viewer: "V", visitor: "L", "key-read": "R", "key-write": "W" };
const EXPECTED = new Map(
  Object.entries(MAY).flatMap(([names, letters]) => names.split(" ").map((name) => [name, letters.split(" ")])),
);

it("the capabilities are exactly those of the design", () => {
  expect([...CAPABILITIES].toSorted()).toEqual([...EXPECTED.keys()].toSorted());
});

describe.each(CAPABILITIES)("%s", (capability) => {
  test.each(ACTORS)("%s", (actor) => {
    expect(can(actor, capability)).toBe(EXPECTED.get(capability)?.includes(LETTERS[actor]));
  });
});

it("a member shares where the team lets members, and only then; nobody does where sharing is off", () => {
  const sharers = (sharing: Sharing) => ROLES.filter((role) => canShare(role, sharing));
  expect(sharers("on")).toEqual(["owner", "admin"]);
  expect(sharers("members")).toEqual(["owner", "admin", "member"]);
  expect(sharers("off")).toEqual([]);
  const lent = (role: Role) =>
    CAPABILITIES.filter((each) => canInTeam(role, each, "members") && !canInTeam(role, each, "on"));
  expect(lent("member")).toEqual(["link:list", "link:create", "link:change", "link:revoke"]);
  expect([...lent("owner"), ...lent("admin"), ...lent("viewer")]).toEqual([]);
});

it("whom nobody knows, and what nobody knows, is refused", () => {
  const asked: [string, string][] = [
    ["stranger", "report:read"],
    ["", "report:read"],
    ["owner", "report:everything"],
    ["owner", "toString"],
    ["owner", "__proto__"],
    ["owner", "constructor"],
  ];
  for (const question of asked) expect(Reflect.apply(can, null, question)).toBe(false);
});

it("managing members counts by the highest role involved: 4 × 4 pairs, 12 of them with an owner or admin", () => {
  const pairs = ROLES.flatMap((a) => ROLES.map((b) => [a, b] as const));
  const ofAdmins = pairs.filter(([a, b]) => capabilityToManage(a, b) === "member:manageAdmins");
  expect(pairs).toHaveLength(16);
  expect(ofAdmins).toHaveLength(12);
  expect(capabilityToManage("member", "viewer")).toBe("member:manage");
});
