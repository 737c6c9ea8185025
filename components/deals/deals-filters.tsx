import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Unfolded } from "@/components/ui/unfolded";
import { DEAL_KINDS } from "@/lib/domain/deals/deal";
import { DEAL_STATES, type DealsQuery, isNarrowed } from "@/lib/domain/deals/deals-query";
import { routes } from "@/lib/routes";

/** A plain form that asks for the page anew, so it works without scripts and every list has an address. */
export function DealsFilters({ slug, query }: { readonly slug: string; readonly query: DealsQuery }) {
  const t = useTranslations();
  const kinds = DEAL_KINDS.map((kind) => ({ value: kind, label: t(`kinds.deal.${kind}`) }));
  const states = DEAL_STATES.map((state) => ({
    value: state === "live" ? "" : state,
    label: t(`deals.states.${state}`),
  }));
  return (
    <Unfolded summary={t("leads.filters")} open={isNarrowed(query)}>
      <form
        method="get"
        action={routes.deals(slug)}
        aria-label={t("leads.filters")}
        className="flex flex-wrap items-end gap-3"
      >
        <Field id="deals-kind" label={t("deals.kind")}>
          <Select
            id="deals-kind"
            name="kind"
            options={[{ value: "", label: t("deals.anyKind") }, ...kinds]}
            defaultValue={query.kinds[0] ?? ""}
          />
        </Field>
        <Field id="deals-state" label={t("deals.state")}>
          <Select
            id="deals-state"
            name="state"
            options={states}
            defaultValue={query.state === "live" ? "" : query.state}
          />
        </Field>
        <Button type="submit">{t("leads.filter")}</Button>
        {isNarrowed(query) ? (
          <Link href={routes.deals(slug)} className="link self-center">
            {t("leads.clearFilters")}
          </Link>
        ) : null}
      </form>
    </Unfolded>
  );
}
