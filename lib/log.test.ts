import { expect, it } from "vitest";
import { createLog, report } from "./log";

function capture() {
  const lines: string[] = [];
  return { lines, to: createLog({ write: (line: string) => void lines.push(line) }) };
}

it("logs an error under the id that the reader sees, and nothing of what it says", () => {
  const { lines, to } = capture();
  const cause = new TypeError("cause of kari@example.no\n    at kari@example.no");
  const shown = report(
    new Error("Failed query: insert … params: kari@example.no\n    at hemmelig", { cause }),
    "action",
    to,
  );
  expect(shown).toEqual({ code: "unexpected", errorId: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(lines).toHaveLength(1);
  const [line = ""] = lines;
  expect(JSON.parse(line)).toMatchObject({
    errorId: shown.errorId,
    during: "action",
    error: { kinds: ["Error", "TypeError"] },
  });
  expect(line).toContain("log.test.ts");
  expect(line).not.toMatch(/kari|hemmelig|Failed query/);
});

it("tells the reader that the database is away", () => {
  const away = Object.assign(new Error("No connection"), { name: "DatabaseUnavailable" });
  expect(report(away, "action", capture().to).code).toBe("unavailable");
  expect(report("a thrown text", "action", capture().to).code).toBe("unexpected");
});

it("blots out secrets and names that slip in", () => {
  const { lines, to } = capture();
  to.info({ email: "kari@example.no", user: { password: "hemmelig", name: "Kari" }, n: 3 }, "slip");
  expect(lines[0]).not.toMatch(/kari|hemmelig/i);
  expect(lines[0]).toContain('"n":3');
});
