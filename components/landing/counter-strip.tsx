"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Strip } from "@/lib/domain/metrics/strip";
import type { Format } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Bar, Wedge } from "./bars";

/** Step 1, the part of it that becomes the next whole, step 2, and both on one scale. The words hold all that is drawn. */
export function CounterStrip({ strip: { step1, step2, customers }, format }: CounterStripProps) {
  const t = useTranslations("counter");
  const hatch = useId();
  const [first, second, whole] = [step1, step2, customers].map((rate) => rateText(rate, format));
  if (!first || !second || !whole) return null;
  const left = format.count(step1.trials - step1.hits);
  const lost = format.count(step2.trials - step2.hits);
  return (
    <div className="grid text-sm">
      <Heading name={t("stepOne")} whole={t("wholeIn", { n: first.n })} />
      <Bar hatch={`${hatch}1`} parts={[{ share: step1.value ?? 0, fill: "fill-lead" }]} />
      <Legend
        mark="●"
        markClass="text-lead"
        main={t("segTried", { v: first.kind === "percent" ? first.value : first.k })}
        rest={t("segLeft", { n: left })}
      />
      <Wedge share={step1.value ?? 0} />
      <Heading name={t("stepTwo")} whole={t("wholeTried", { n: second.n })} />
      <Bar hatch={`${hatch}2`} parts={[{ share: step2.value ?? 0, fill: "fill-opp" }]} />
      <Legend
        mark="◆"
        markClass="text-opp"
        main={t("segBought", { v: second.kind === "percent" ? second.value : second.k })}
        rest={t("segNot", { n: lost })}
      />
      <div className="mt-4 grid">
        <Heading name={t("leadRate")} whole={t("ofAllIn", { n: whole.n })} />
        <Bar
          thin
          parts={[
            { share: customers.value ?? 0, fill: "fill-opp" },
            { share: (step1.value ?? 0) - (customers.value ?? 0), fill: "fill-lead" },
          ]}
        />
        <p className="mt-2 min-h-9 text-muted">
          {first.kind === "percent" && second.kind === "percent" && whole.kind === "percent"
            ? t("chain", {
                a: first.value,
                b: second.value,
                c: whole.value,
                per: format.count(Math.round((customers.value ?? 0) * 100)),
              })
            : t("noChain")}
        </p>
      </div>
    </div>
  );
}

type CounterStripProps = { readonly strip: Strip; readonly format: Format };

function Heading({ name, whole }: { readonly name: string; readonly whole: string }) {
  return (
    <p className="mb-1 flex flex-wrap justify-between gap-x-3">
      <span className="font-medium">{name}</span>
      <span className="text-muted">{whole}</span>
    </p>
  );
}

function Legend({ mark, markClass, main, rest }: LegendProps) {
  return (
    <p className="mt-1 flex justify-between gap-3">
      <span>
        <span aria-hidden className={markClass}>
          {mark}{" "}
        </span>
        {main}
      </span>
      <span className="text-muted">{rest}</span>
    </p>
  );
}

type LegendProps = {
  readonly mark: string;
  readonly markClass: string;
  readonly main: string;
  readonly rest: string;
};
