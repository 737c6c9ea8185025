import { useTranslations } from "next-intl";

/** What the product promises about every figure. */
export function HonestNumbers() {
  const t = useTranslations("landing");
  return (
    <dl className="grid gap-x-8 gap-y-6 border-t border-line pt-6 md:grid-cols-3">
      {PROMISES.map(({ term, text }) => (
        <div key={term} className="grid content-start gap-1">
          <dt className="font-semibold">{t(term)}</dt>
          <dd className="max-w-prose text-muted">{t(text)}</dd>
        </div>
      ))}
    </dl>
  );
}

const PROMISES = [
  { term: "honestRange", text: "honest.range" },
  { term: "honestFew", text: "honest.few" },
  { term: "honestClick", text: "honest.click" },
] as const;
