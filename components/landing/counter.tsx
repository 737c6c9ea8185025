"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { controlProps, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { stripOf } from "@/lib/domain/metrics/strip";
import { formatFor } from "@/lib/i18n/format";
import { type Counted, EXAMPLE, readCounted } from "./counted";
import { CounterRates } from "./counter-rates";
import { CounterStrip } from "./counter-strip";

/** In, tried, bought: both rates and where each stands, at every keystroke. Without scripts it shows the example. */
export function Counter() {
  const t = useTranslations("counter");
  const format = formatFor(useLocale());
  const id = useId();
  const [typed, setTyped] = useState<readonly string[]>(EXAMPLE.map(String));
  const [shown, setShown] = useState<Counted>(EXAMPLE);
  const { faults, counted } = readCounted(typed);

  const type = (at: number, text: string) => {
    const next = typed.with(at, text);
    setTyped(next);
    setShown(readCounted(next).counted ?? shown);
  };

  const [came, tried, bought] = shown;
  const strip = stripOf({ leads: came, qualified: tried, customersQualified: bought, direct: 0 });
  return (
    <div className="grid gap-5">
      <fieldset>
        <legend className="sr-only">{t("legend")}</legend>
        <div className="grid grid-cols-3 gap-x-3">
          {FIELDS.map((field, at) => {
            const fault = faults[at];
            const error = fault ? t(fault) : undefined;
            return (
              <Field key={field} id={`${id}-${field}`} label={t(field)} error={error} className={ALIGNED}>
                <Input
                  {...controlProps(`${id}-${field}`, { error })}
                  inputMode="numeric"
                  autoComplete="off"
                  value={typed[at]}
                  onChange={(event) => type(at, event.target.value)}
                  className="text-lg"
                />
              </Field>
            );
          })}
        </div>
      </fieldset>
      <div className={counted ? "grid gap-5" : "grid gap-5 opacity-60"}>
        <CounterRates strip={strip} format={format} />
        <CounterStrip strip={strip} format={format} />
      </div>
    </div>
  );
}

// Labels of one and of two lines still have their inputs in one row.
const ALIGNED = "row-span-3 grid-rows-subgrid [&>label]:self-end";

const FIELDS = ["in", "tried", "bought"] as const;
