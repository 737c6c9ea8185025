import type { CountBook } from "./count-book";
import type { ChannelMaterial } from "./share-material";

export const reachCell = (place: number) => `reached ${place}`;

/** By what is lost and not by its place, so that channels add up to the whole. */
export const lossCell = {
  stage: (key: string | null) => `lost at ${key ?? "none"}`,
  reason: (key: string | null) => `lost for ${key ?? "none"}`,
};

/** What a report prints of stages and reasons; its strip stands in the book already. */
export function printStages(
  book: CountBook,
  scope: string,
  { reach, losses }: Pick<ChannelMaterial, "reach" | "losses">,
): void {
  printReach(book, scope, reach);
  printLosses(book, scope, losses);
}

/** Each stage is reached by some of those who reached the one before; the ends are counts that stand elsewhere too. */
function printReach(book: CountBook, scope: string, reach: ChannelMaterial["reach"]): void {
  const steps = reach?.steps ?? [];
  steps.forEach(({ rate }, place) => {
    book.print(scope, new Map([[reachCell(place), rate.hits]]));
    if (place > 0) book.within(scope, reachCell(place), reachCell(place - 1));
  });
  const firstOpportunity = steps.findIndex(({ stage }) => stage?.subject === "opportunity");
  const same = [
    [0, "leads"],
    [firstOpportunity, "qualified"],
    [steps.length - 1, "sold"],
  ] as const;
  for (const [place, name] of same) {
    if (steps[place]?.rate.hits !== book.at(scope, name)) continue;
    // Either way: whichever is hidden, the other goes with it.
    book.add(scope, [reachCell(place)], name);
    book.add(scope, [name], reachCell(place));
  }
}

function printLosses(book: CountBook, scope: string, losses: ChannelMaterial["losses"]): void {
  if (losses === null) return;
  for (const [rows, nameOf] of [
    [losses.stages, lossCell.stage],
    [losses.reasons, lossCell.reason],
  ] as const) {
    book.print(scope, new Map(rows.map(({ key, lost }) => [nameOf(key), lost])));
    book.add(
      scope,
      rows.map(({ key }) => nameOf(key)),
      "lost",
    );
  }
}
