import type { Locator, Page } from "@playwright/test";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { routes } from "@/lib/routes";
import { expect, test, type World } from "../fixtures";
import { openStep } from "../open-step";

test.use({ locale: "nb-NO", timezoneId: "Europe/Oslo" });

const EMAIL = "E-postadressen må inneholde @";
const AMOUNT = "Beløpet må være et tall";
const TEXT = /har tegn vi ikke kan lagre|Fyll ut|Skriv inn navnet|er for langt/;

test("no address but a plain one signs up: each is refused at its field, in words, and still stands there", async ({
  page,
  world,
}) => {
  const before = await countOf(world, "users");
  await page.goto(routes.signUp());
  const form = page.getByRole("main");
  const [email, password] = [form.getByLabel("E-postadresse"), form.getByLabel("Passord", { exact: true })];
  const submit = form.getByRole("button", { name: "Opprett konto" });
  for (const typed of typable("email", 10)) {
    await password.fill("en hel setning om laks");
    await refuses(page, { field: email, typed, submit, words: EMAIL });
  }
  for (const [typed, words] of [
    ["kort", "Passordet må ha minst 12 tegn."],
    ["passord123456", "Passordet er lett å gjette."],
  ] as const) {
    await email.fill("kari@nordlys.no");
    await password.fill(typed);
    await press(page, submit);
    await expect(password).toHaveAccessibleDescription(new RegExp(words));
    await expect(password).toHaveValue("");
    await expect(email).toHaveValue("kari@nordlys.no");
  }
  expect(await countOf(world, "users")).toBe(before);
});

test("a lead's fields refuse what is none of theirs and keep all that was typed; markup is taken as the text it is", async ({
  page,
  context,
  world,
}) => {
  const { slug } = await world.team(await world.signIn(context), "startup");
  await page.goto(routes.leads(slug));
  const form = await openStep(page, "Nytt lead med alle felter");
  const submit = form.getByRole("button", { name: "Legg til" });
  const note = form.getByLabel("Notat");
  await note.fill("skrevet med omhu");
  const name = form.getByLabel("Navn", { exact: true });
  for (const typed of typable("name", 12)) {
    await refuses(page, { field: name, typed, submit, words: TEXT });
    await expect(note).toHaveValue("skrevet med omhu");
  }
  await name.fill("Kari");
  const fields = [
    [form.getByLabel("E-post"), "lead-email", 2, EMAIL],
    [form.getByLabel("Verdi"), "money", 8, AMOUNT],
    [form.getByLabel("Kom inn"), "date", 6, "Datoen må skrives slik: 23.11.2026."],
  ] as const;
  for (const [field, kind, count, words] of fields) {
    for (const typed of typable(kind, count)) await refuses(page, { field, typed, submit, words });
    await field.fill("");
  }
  expect(await countOf(world, "leads", slug)).toBe(0);

  const markup = hostileVectors("name").filter(({ expect: wanted }) => wanted !== "reject" && "render" in wanted);
  for (const { input } of markup.slice(0, 8)) {
    await name.fill(String(input));
    await press(page, submit);
    await expect(page.getByRole("table").getByRole("link", { name: String(input), exact: true })).toBeVisible();
  }
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(1 + 8);
});

test("an opportunity's and a deal's fields refuse likewise, and no deal is made", async ({ page, context, world }) => {
  const { slug } = await world.team(await world.signIn(context), "startup");
  await page.goto(routes.opportunities(slug));
  const form = await openStep(page, "Ny salgsmulighet uten lead");
  const add = form.getByRole("button", { name: "Legg til" });
  const name = form.getByLabel("Navn", { exact: true });
  for (const typed of typable("name", 6)) await refuses(page, { field: name, typed, submit: add, words: TEXT });
  await name.fill("Salg");
  for (const typed of typable("money", 4)) {
    await refuses(page, { field: form.getByLabel("Verdi"), typed, submit: add, words: AMOUNT });
  }
  expect(await countOf(world, "opportunities", slug)).toBe(0);
  await form.getByLabel("Verdi").fill("12 500,50");
  await press(page, add);
  await page.getByRole("link", { name: "Salg", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Salg", level: 1 })).toBeVisible();

  const step = await openStep(page, "Marker som vunnet");
  const win = step.getByRole("button", { name: "Marker som vunnet" });
  await step.getByLabel("Måneder").fill("12");
  for (const typed of ["", ...typable("money", 8)]) {
    const words = typed === "" ? /Fyll ut|Beløpet må være/ : AMOUNT;
    await refuses(page, { field: step.getByLabel("Beløp"), typed, submit: win, words });
    await expect(step.getByLabel("Måneder")).toHaveValue("12");
  }
  await step.getByLabel("Beløp").fill("100");
  for (const typed of typable("count", 4)) {
    await refuses(page, { field: step.getByLabel("Måneder"), typed, submit: win, words: "må være et helt tall" });
  }
  expect(await countOf(world, "deals", slug)).toBe(0);
});

test("names in the settings refuse likewise, in English to whoever reads English", async ({ page, context, world }) => {
  const { slug } = await world.team(await world.signIn(context, "en"), "startup", "en");
  const words = /has characters we cannot store|Fill in|is too long/;
  await page.goto(routes.settings(slug, "channels"));
  const channel = await openStep(page, "New channel");
  const add = channel.getByRole("button", { name: "Add" });
  for (const typed of typable("name", 6)) {
    await refuses(page, { field: channel.getByLabel("Name", { exact: true }), typed, submit: add, words });
  }
  expect(await countOf(world, "channels", slug)).toBe(4);

  await page.goto(routes.settings(slug, "team"));
  const form = page.getByRole("main");
  const name = form.getByLabel("Name", { exact: true });
  const was = await name.inputValue();
  for (const typed of typable("team-name", 4)) {
    await refuses(page, { field: name, typed, submit: form.getByRole("button", { name: "Save" }), words: /./ });
  }
  await page.reload();
  await expect(name).toHaveValue(was);
});

/** Vectors that must be refused and that a person can type into one line of a browser, spread over the file. */
function typable(kind: string, count: number): readonly string[] {
  const inputs = hostileVectors(kind).flatMap(({ input, expect: wanted, format }) => {
    const isTyped =
      typeof input === "string" && input.trim() !== "" && input.length < 1000 && !/\p{Surrogate}/u.test(input);
    return wanted === "reject" && isTyped && (format ?? "nb") === "nb" ? [input] : [];
  });
  // Browsers take line ends and NUL out of a line themselves, and write the domains of addresses in ASCII.
  const plain = inputs.filter((input) => (kind.endsWith("email") ? /^[!-~]+$/ : /^[^\r\n\0]+$/).test(input));
  const step = Math.max(1, Math.floor(plain.length / count));
  return plain.filter((_, i) => i % step === 0).slice(0, count);
}

interface Attempt {
  readonly field: Locator;
  readonly typed: string;
  readonly submit: Locator;
  readonly words: string | RegExp;
}

async function refuses(page: Page, { field, typed, submit, words }: Attempt) {
  await field.fill(typed);
  await press(page, submit);
  await expect(field, JSON.stringify(typed)).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(words instanceof RegExp ? words : new RegExp(words));
  await expect(field).toHaveValue(typed);
}

/** Sends the form and waits for its answer, which is no failure of ours. */
async function press(page: Page, submit: Locator) {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await submit.click();
  expect((await answered).status()).toBeLessThan(400);
  await expect(submit).toBeEnabled();
}

type Owned = "leads" | "opportunities" | "deals" | "channels";

async function countOf({ admin }: World, table: "users" | Owned, slug?: string): Promise<number> {
  const [row] =
    slug === undefined
      ? await admin`select count(*)::int as n from ${admin(table)}`
      : await admin`
          select count(*)::int as n from ${admin(table)} where team_id = (select id from teams where slug = ${slug})`;
  return Number(row?.n);
}
