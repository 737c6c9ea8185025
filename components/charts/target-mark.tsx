import { percentOf } from "./scale";

/** A short line where the target is, with an edge that parts it from whatever it crosses. */
export function TargetMark({ place, top, bottom }: TargetMarkProps) {
  const x = percentOf(place);
  return (
    <>
      <line {...{ x1: x, x2: x, y1: top, y2: bottom }} strokeWidth="6" className="stroke-card" />
      <line {...{ x1: x, x2: x, y1: top, y2: bottom }} strokeWidth="2" className="stroke-fg" />
    </>
  );
}

interface TargetMarkProps {
  /** 0–1 of the width. */
  readonly place: number;
  /** In pixels. */
  readonly top: number;
  readonly bottom: number;
}
