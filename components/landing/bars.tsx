/** Parts of one whole. Widths are SVG attributes in per cent: nothing is scaled, and no inline style is needed. */
export function Bar({ parts, hatch, thin = false }: BarProps) {
  const placed = parts.map((part, index) => ({
    ...part,
    start: parts.slice(0, index).reduce((sum, { share }) => sum + share, 0),
  }));
  return (
    <svg aria-hidden width="100%" height={thin ? 12 : 28} className="block">
      {hatch === undefined ? null : (
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="4" strokeWidth="1.5" className="stroke-edge" />
        </pattern>
      )}
      <rect width="100%" height="100%" rx="3" fill={hatch === undefined ? "none" : `url(#${hatch})`} />
      {/* Half of the stroke lies outside and is cut off. */}
      <rect width="100%" height="100%" rx="3" strokeWidth="2" className="fill-none stroke-edge" />
      {placed.map(({ share, start, fill }) => (
        <rect key={fill} x={percent(start)} width={percent(share)} height="100%" rx="3" className={fill} />
      ))}
    </svg>
  );
}

type BarProps = {
  readonly parts: readonly { readonly share: number; readonly fill: string }[];
  /** The id of the pattern that fills the rest; without one the rest is empty. */
  readonly hatch?: string;
  readonly thin?: boolean;
};

/** "This part is now the whole": as wide as the part above, and as the whole bar below. */
export function Wedge({ share }: { readonly share: number }) {
  return (
    <svg aria-hidden width="100%" height="22" viewBox="0 0 100 10" preserveAspectRatio="none" className="my-1.5 block">
      <polygon points={`0,0 ${share * 100},0 100,10 0,10`} className="fill-wedge" />
    </svg>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
