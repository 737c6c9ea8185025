/** The role of a member in a team. */
export const ROLES = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Everybody who can be asked about: members by role, a visitor of a report link, an API key by scope. */
export const ACTORS = [...ROLES, "visitor", "key-read", "key-write"] as const;
export type Actor = (typeof ACTORS)[number];

/** One letter per actor, in the order of `ACTORS`; nothing is implied. */
const TABLE = {
  "report:read": "yyyynyy",
  "report:records": "yyyynyy",
  "report:asOf": "yyyynyy",
  "report:export": "yyyynyy",
  "report:shared": "yyyyynn",
  "view:saveOwn": "yyyynnn",
  "view:saveTeam": "yynnnnn",
  "lead:read": "yyyynyy",
  "opportunity:read": "yyyynyy",
  "deal:read": "yyyynyy",
  "record:history": "yyyynyy",
  "lead:create": "yyynnny",
  "lead:edit": "yyynnny",
  "lead:move": "yyynnny",
  "lead:exclude": "yyynnny",
  "lead:archive": "yyynnny",
  "lead:bulk": "yyynnny",
  "opportunity:create": "yyynnny",
  "opportunity:edit": "yyynnny",
  "opportunity:move": "yyynnny",
  "opportunity:reopen": "yyynnny",
  "opportunity:archive": "yyynnny",
  "opportunity:bulk": "yyynnny",
  "lead:assignOwn": "yyynnny",
  "opportunity:assignOwn": "yyynnny",
  "lead:reassign": "yynnnnn",
  "opportunity:reassign": "yynnnnn",
  "deal:create": "yyynnny",
  "deal:editOwn": "yyynnny",
  "deal:editOther": "yynnnny",
  "lead:delete": "yynnnnn",
  "opportunity:delete": "yynnnnn",
  "deal:void": "yynnnnn",
  "record:undelete": "yynnnnn",
  "transition:undo": "yyynnny",
  "transition:backdate": "yyynnny",
  "transition:change": "nnnnnnn",
  "transition:delete": "nnnnnnn",
  "person:export": "yynnnnn",
  "person:erase": "yynnnnn",
  "import:run": "yyynnny",
  "import:undoOwn": "yyynnny",
  "import:undoOther": "yynnnnn",
  "export:records": "yynnnnn",
  "export:team": "ynnnnnn",
  "link:list": "yynnnnn",
  "link:create": "yynnnnn",
  "link:change": "yynnnnn",
  "link:embed": "yynnnnn",
  "link:revoke": "yynnnnn",
  "settings:read": "yyyynyy",
  "settings:definitions": "yynnnnn",
  "settings:targets": "yynnnnn",
  "settings:stages": "yynnnnn",
  "settings:channels": "yynnnnn",
  "settings:lostReasons": "yynnnnn",
  "settings:name": "yynnnnn",
  "channel:create": "yyynnny",
  "campaign:create": "yyynnny",
  "campaign:edit": "yyynnny",
  "settings:slug": "ynnnnnn",
  "settings:retention": "ynnnnnn",
  "settings:security": "ynnnnnn",
  "member:list": "yyyynnn",
  "member:emails": "yynnnnn",
  "invite:list": "yynnnnn",
  "invite:revoke": "yynnnnn",
  "member:manage": "yynnnnn", // invite, change, remove a member or viewer
  "member:manageAdmins": "ynnnnnn", // the same of an admin or owner
  "member:leave": "yyyynnn",
  "key:list": "yynnnnn",
  "key:create": "yynnnnn",
  "key:revoke": "yynnnnn",
  "activity:read": "yynnnnn",
  "activity:export": "yynnnnn",
  "activity:verify": "yynnnnn",
  "activity:change": "nnnnnnn",
  "activity:delete": "nnnnnnn",
  "team:delete": "ynnnnnn",
  "team:undelete": "ynnnnnn",
} as const;

export type Capability = keyof typeof TABLE;
export const CAPABILITIES = Object.keys(TABLE) as readonly Capability[];

/** Whether this actor may; an unknown actor or capability is refused. */
export function can(actor: Actor, capability: Capability): boolean {
  const row: string | undefined = Object.hasOwn(TABLE, capability) ? TABLE[capability] : undefined;
  const column = ACTORS.indexOf(actor);
  return column >= 0 && row?.[column] === "y";
}

/** Whether a team has report links: made by owners and admins, by members too (their own), or none at all. */
export const SHARINGS = ["on", "members", "off"] as const;
export type Sharing = (typeof SHARINGS)[number];

/** What members may do with links of their own where the team lets them. */
const MEMBERS_OWN: readonly Capability[] = ["link:list", "link:create", "link:change", "link:revoke"];

/** The same in a team whose members may share: theirs is what they made themselves, which each use-case asks. */
export function canInTeam(role: Actor, capability: Capability, sharing: Sharing): boolean {
  const isLent = sharing === "members" && role === "member" && MEMBERS_OWN.includes(capability);
  return isLent || can(role, capability);
}

/** Whether this member's links are shown to anybody. */
export function canShare(role: Actor, sharing: Sharing): boolean {
  return sharing !== "off" && canInTeam(role, "link:create", sharing);
}

/** Inviting, changing or removing counts by the higher of the roles involved. */
export function capabilityToManage(...roles: readonly Role[]): Capability {
  return roles.some((role) => role === "owner" || role === "admin") ? "member:manageAdmins" : "member:manage";
}
