import { expect, it } from "vitest";
import { asId, type ChannelId, type UserId } from "@/lib/domain/ids";
import { readMarks, withoutMark } from "./quick-add-marks";

const names = {
  channels: [{ id: asId<ChannelId>("social"), nameNorm: "sosiale medier", aliases: "" }],
  campaigns: [],
  members: [{ userId: asId<UserId>("kari"), name: "Kari Nordmann" }],
  currency: "NOK",
};
const LINE = "Østfold Rør AS #some @kari 125 000 kr post@ostfoldror.no 912 34 567 #xyz";

it("each piece that means something is told as it stands in the line, unknown marks too", () => {
  expect(readMarks(LINE, names, "nb")).toEqual([
    { part: "channel", text: "#some", id: "social" },
    { part: "owner", text: "@kari", id: "kari" },
    { part: "email", text: "post@ostfoldror.no", id: null },
    { part: "unknown", text: "#xyz", id: null },
    { part: "amount", text: "125 000 kr", id: null },
    { part: "phone", text: "912 34 567", id: null },
  ]);
  expect(readMarks("7-Eleven Regnskap 24 AS", names, "nb")).toEqual([]);
});

it("taking every piece away leaves the name", () => {
  expect(readMarks(LINE, names, "nb").reduce(withoutMark, LINE)).toBe("Østfold Rør AS");
});
