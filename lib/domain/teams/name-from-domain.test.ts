import { expect, test } from "vitest";
import { teamNameFromEmail } from "@/lib/domain/teams/name-from-domain";

test("a company's address tells its name", () => {
  expect(teamNameFromEmail("kari@nordlys-analyse.no")).toBe("Nordlys Analyse");
  expect(teamNameFromEmail("kari@mail.nordlys.no")).toBe("Nordlys");
  expect(teamNameFromEmail("kari@nordlys.co.uk")).toBe("Nordlys");
});

test("a public mail provider's address tells nothing", () => {
  expect(teamNameFromEmail("kari@gmail.com")).toBeNull();
  expect(teamNameFromEmail("kari@hotmail.co.uk")).toBeNull();
  expect(teamNameFromEmail("kari@online.no")).toBeNull();
});
