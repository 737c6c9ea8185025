import { describe, expect, it } from "vitest";
import { readCounted } from "./counted";

describe("readCounted", () => {
  it("100 in, 30 tried, 12 bought", () => {
    expect(readCounted(["100", "30", "12"])).toEqual({ counted: [100, 30, 12], faults: [null, null, null] });
  });

  it("reads thousands as either language groups them", () => {
    expect(readCounted(["12\u00a0000", "1,200", "1.000"]).counted).toEqual([12_000, 1_200, 1_000]);
  });

  it("asks for a whole number, and for none above the one before", () => {
    expect(readCounted(["100", "130", "x"])).toEqual({ counted: null, faults: [null, "order", "number"] });
    expect(readCounted(["", "30", "31"]).faults).toEqual(["number", null, "order"]);
    expect(readCounted(["1000001", "-3", "1e3"]).faults).toEqual(["number", "number", "number"]);
  });

  it("nobody may have come", () => {
    expect(readCounted(["0", "0", "0"]).counted).toEqual([0, 0, 0]);
  });
});
