import { percentOf } from "./scale";

/** A bar from a zero line in the middle to one side, in ink: its sign and its number stand beside it in words. */
export function SignedBar({ value, max }: { readonly value: number; readonly max: number }) {
  const length = max === 0 ? 0 : Math.min(1, Math.abs(value) / max) / 2;
  return (
    <svg aria-hidden width="100%" height="20" className="block min-w-32">
      <rect
        x={percentOf(value < 0 ? 0.5 - length : 0.5)}
        width={percentOf(length)}
        y="3"
        height="14"
        className="fill-fg"
      />
      <line x1="50%" x2="50%" y1="0" y2="20" strokeWidth="2" className="stroke-edge" />
    </svg>
  );
}
