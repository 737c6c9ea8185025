import { redirect } from "next/navigation";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { emailField, nameField } from "@/lib/use-cases/fields";
import { answer } from "./answer";

const sent = vi.hoisted(() => ({ origin: "https://tofold.example.com" }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(sent) }));

const Input = z.strictObject({ name: nameField, email: emailField, password: nameField });
const FORM = { name: " Kari ", email: "Kari@Example.no", password: "hemmelig setning", $ACTION_ID_1: "" };

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://tofold.example.com");
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  sent.origin = "https://tofold.example.com";
});

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  Object.entries(fields).forEach(([name, value]) => data.append(name, value));
  return data;
}

describe("answer", () => {
  it("gives the work canonical values, and its result back", async () => {
    const state = await answer(Input, form(FORM), async (input) => input);
    const data = { name: "Kari", email: "kari@example.no", password: "hemmelig setning" };
    expect(state).toEqual({ status: "ok", data, at: expect.any(Number) });
  });

  it("refuses field by field in the order of the form, and gives back what was typed, secrets excepted", async () => {
    const run = vi.fn();
    const state = await answer(Input, form({ ...FORM, name: "", email: "kari", extra: "1" }), run);
    expect(state).toMatchObject({
      status: "refused",
      code: "invalid",
      fields: { name: "required", email: "email", extra: "unknown-field" },
      values: { name: "", email: "kari" },
    });
    expect("fields" in state ? Object.keys(state.fields) : []).toEqual(["name", "email", "extra"]);
    expect(JSON.stringify(state)).not.toContain("hemmelig");
    expect(run).not.toHaveBeenCalled();
  });

  it("refuses what does not come from our own pages before it looks at it", async () => {
    sent.origin = "https://evil.example";
    const run = vi.fn();
    expect(await answer(Input, form(FORM), run)).toEqual({
      status: "refused",
      code: "forbidden",
      fields: {},
      values: {},
      details: {},
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("answers a use-case's refusal with its code and numbers", async () => {
    const state = await answer(Input, form(FORM), async () => {
      throw new AppError("too-many", { n: 4, secret: { of: "the server" } });
    });
    expect(state).toMatchObject({ status: "refused", code: "too-many", details: { n: 4 } });
    expect(JSON.stringify(state)).not.toContain("server");
  });

  it("shows an id and not a word of what nobody expected", async () => {
    const state = await answer(Input, form(FORM), async () => {
      throw new Error("duplicate key kari@example.no");
    });
    expect(state).toMatchObject({ code: "unexpected", errorId: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(JSON.stringify(state)).not.toContain("duplicate");
  });

  it("lets a redirect through", async () => {
    await expect(answer(Input, form(FORM), async () => redirect("/welcome"))).rejects.toThrow("NEXT_REDIRECT");
  });

  it("takes no file for text", async () => {
    const data = form(FORM);
    data.set("name", new File(["x"], "x.txt"));
    expect(await answer(Input, data, vi.fn())).toMatchObject({ code: "invalid", fields: { name: "text" } });
  });
});
