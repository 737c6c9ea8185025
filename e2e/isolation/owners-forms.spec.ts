import type { APIRequestContext } from "@playwright/test";
import { allRows } from "@/db/testing/all-rows";
import type { TeamId } from "@/lib/domain/ids";
import { routes } from "@/lib/routes";
import { createLead, createLeadInput } from "@/lib/use-cases/leads/create-lead";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { expect, test, type World } from "../fixtures";
import { formsIn, type FoundForm, send } from "./forms-of";

// What a viewer was turned away from, by the log.
const DENIED = [
  ...["settings:definitions", "settings:slug", "settings:stages", "settings:channels", "settings:lostReasons"],
  ...["person:erase", "lead:edit", "lead:archive", "lead:exclude", "opportunity:create", "key:create"],
];
const SETTINGS = ["team", "stages", "channels", "lost-reasons", "targets", "api-keys"] as const;

test("what an owner's pages can do, sent by a viewer, a removed member or nobody, is refused and changes nothing", async ({
  page,
  context,
  browser,
  world,
}) => {
  test.setTimeout(120_000);
  const owner = await world.signIn(context);
  const { slug, id } = await world.team(owner, "startup");
  const member = { ...owner, emailConfirmed: true, locale: "nb" } as const;
  const typed = createLeadInput("nb").parse({ name: "Kari", note: "" });
  const lead = await teamDesk(world.database).as(id, member, (ctx) => createLead(ctx, typed), new Date());
  const pages = [...SETTINGS.map((section) => routes.settings(slug, section)), routes.lead(slug, lead.id)];
  const forms = new Map<string, FoundForm>();
  for (const path of pages) {
    const found = await formsIn(page, context.request, path);
    for (const form of found.filter(hasOwnFields)) forms.set(form.action, ready(form, slug));
  }
  expect(forms.size).toBeGreaterThan(20);
  const [ofViewer, ofRemoved, nobodys] = [
    await browser.newContext(),
    await browser.newContext(),
    await browser.newContext(),
  ];
  await world.join(await world.signIn(ofViewer), id, "viewer");
  const removed = await world.signIn(ofRemoved);
  await world.join(removed, id, "owner");
  await world.admin`update memberships set removed_at = now() where team_id = ${id} and user_id = ${removed.id}`;
  const before = await whatMatters(world, id);

  const outside = { removed: 0, nobody: 0 };
  for (const form of forms.values()) {
    // Some are refused for what they lack, before it is asked who sends them; none is carried out.
    await said(ofViewer.request, form);
    if (/Vi fant/.test(await said(ofRemoved.request, form))) outside.removed += 1;
    if (/sign-in|logget ut/.test(await said(nobodys.request, form))) outside.nobody += 1;
  }
  expect(await whatMatters(world, id)).toEqual(before);
  expect(outside).toEqual({ removed: forms.size, nobody: forms.size });
  const denied = await world.admin<{ needs: string }[]>`
    select distinct fields ->> 0 as needs from activity_log where team_id = ${id} and action = 'access.denied'`;
  expect(DENIED.filter((one) => !denied.some(({ needs }) => needs === one))).toEqual([]);
  await Promise.all([ofViewer.close(), ofRemoved.close(), nobodys.close()]);
});

/** One without any signs out, or is about nothing of the team. */
function hasOwnFields({ fields }: FoundForm): boolean {
  return fields.some(([name]) => !name.startsWith("$ACTION") && !["theme", "locale"].includes(name));
}

/** All rows but of the log, which says who was turned away, and the team's place in it. */
async function whatMatters({ admin }: World, id: TeamId) {
  const { teams: _, activity_log: __, ...rows } = await allRows(admin, id);
  const team = await admin`select slug, name, deleted_at, sharing, version from teams where id = ${id}`;
  return { rows, team: team.map((one) => ({ ...one })) };
}

/** With what its use-case asks for, so that as little as can be but the role is left to refuse it. */
function ready(form: FoundForm, slug: string): FoundForm {
  const typed: Readonly<Record<string, string>> = { slug: `${slug}-x`, typedName: "x", password: "x" };
  const names = form.fields.map(([name]) => name).filter((name) => !name.startsWith("$ACTION"));
  const isErasing = names.toSorted().join() === "id,version";
  const fields = form.fields.map(([name, value]) => [name, value === "" ? (typed[name] ?? value) : value] as const);
  return { ...form, fields: isErasing ? [...fields, ["understood", "on"]] : fields };
}

async function said(request: APIRequestContext, form: FoundForm): Promise<string> {
  const answer = await send(request, form);
  expect(answer.status(), form.path).toBeLessThan(500);
  return `${answer.headers()["location"] ?? ""} ${await answer.text()}`;
}
