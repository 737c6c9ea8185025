import { useTranslations } from "next-intl";

/** A hundred people: 30 with a blue ring, 12 of those filled. */
export function Dots() {
  const t = useTranslations("explained");
  return (
    <figure className="grid content-start gap-3">
      <svg role="img" aria-label={t("dots")} viewBox="0 0 200 200" className="w-full max-w-80">
        {HUNDRED.map((at) => (
          <Dot key={at} at={at} />
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {KEY.map(({ label, className }) => (
          <span key={label} className="inline-flex items-center gap-1.5">
            <svg aria-hidden viewBox="0 0 20 20" className="size-4">
              <circle cx="10" cy="10" r="7" strokeWidth="3" className={className} />
            </svg>
            {t(label)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const HUNDRED = Array.from({ length: 100 }, (_, at) => at);
const TRIED = 30;
const BOUGHT = 12;

const IN_CLASS = "fill-none stroke-edge";
const TRIED_CLASS = "fill-none stroke-lead";
const BOUGHT_CLASS = "fill-opp stroke-lead";

const KEY = [
  { label: "dotIn", className: IN_CLASS },
  { label: "dotTried", className: TRIED_CLASS },
  { label: "dotBought", className: BOUGHT_CLASS },
] as const;

function Dot({ at }: { readonly at: number }) {
  const [x, y] = [(at % 10) * 20 + 10, Math.floor(at / 10) * 20 + 10];
  if (at >= TRIED) return <circle cx={x} cy={y} r="6.5" strokeWidth="1" className={IN_CLASS} />;
  return <circle cx={x} cy={y} r="6.5" strokeWidth="2.5" className={at < BOUGHT ? BOUGHT_CLASS : TRIED_CLASS} />;
}
