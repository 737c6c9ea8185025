import Link from "next/link";
import { useTranslations } from "next-intl";
import { type LeadChoices, optionsOf } from "@/components/leads/lead-choices";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { Unfolded } from "@/components/ui/unfolded";
import {
  isNarrowed,
  NEWEST_FIRST,
  type OpportunitiesQuery,
  type OpportunitiesSort,
} from "@/lib/domain/opportunities/opportunities-query";
import { OPPORTUNITY_KINDS } from "@/lib/domain/pipeline/kinds";
import { routes } from "@/lib/routes";

/** A plain form that asks for the page anew. A board has its own stages, and only what is open. */
export function OpportunitiesFilters({ slug, query, choices }: OpportunitiesFiltersProps) {
  const t = useTranslations();
  const isList = query.layout === "list";
  return (
    <Unfolded summary={t("opportunities.filters")} open={isNarrowed(query)}>
      <form
        method="get"
        action={routes.opportunities(slug)}
        aria-label={t("opportunities.filters")}
        className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        {isList ? <input type="hidden" name="layout" value="list" /> : null}
        <Field id="opportunities-q" label={t("opportunities.searchLabel")} className={isList ? "sm:col-span-2" : ""}>
          <Input id="opportunities-q" type="search" name="q" maxLength={200} defaultValue={query.search ?? ""} />
        </Field>
        <Common query={query} choices={choices} />
        {isList ? <OfList query={query} choices={choices} /> : null}
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-4">
          {isList ? (
            <label className="flex min-h-9 items-center gap-2">
              <Checkbox name="archived" value="1" defaultChecked={query.archived} />
              {t("leads.archived")}
            </label>
          ) : null}
          <Button type="submit">{t("leads.filter")}</Button>
          {isNarrowed(query) ? (
            <Link href={routes.opportunities(slug, { layout: isList ? "list" : undefined })} className="link">
              {t("leads.clearFilters")}
            </Link>
          ) : null}
        </div>
      </form>
    </Unfolded>
  );
}

type OpportunitiesFiltersProps = {
  readonly slug: string;
  readonly query: OpportunitiesQuery;
  readonly choices: LeadChoices;
};
type Asked = Pick<OpportunitiesFiltersProps, "query" | "choices">;

function Common({ query, choices }: Asked) {
  const t = useTranslations();
  const others = choices.owners.filter(({ id }) => id !== choices.me);
  return (
    <>
      <Filter
        name="channel"
        label={t("terms.channel")}
        chosen={query.channelIds[0]}
        options={[any(t("leads.anyChannel")), none(t("terms.noChannel")), ...optionsOf(choices.channels)]}
      />
      <Filter
        name="campaign"
        label={t("terms.campaign")}
        chosen={query.campaignIds[0]}
        options={[any(t("leads.anyCampaign")), none(t("leads.noCampaign")), ...optionsOf(choices.campaigns)]}
      />
      <Filter
        name="owner"
        label={t("terms.owner")}
        chosen={query.ownerIds[0]}
        options={[
          any(t("leads.anyOwner")),
          { value: choices.me, label: t("leads.mine") },
          none(t("terms.nobody")),
          ...optionsOf(others),
        ]}
      />
    </>
  );
}

function OfList({ query, choices }: Asked) {
  const t = useTranslations();
  const stages = choices.stages.filter(({ subject }) => subject === "opportunity");
  const kinds = OPPORTUNITY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.opportunity.${kind}`) }));
  return (
    <>
      <Filter
        name="kind"
        label={t("opportunities.kind")}
        chosen={query.kinds[0]}
        options={[any(t("opportunities.anyKind")), ...kinds]}
      />
      <Filter
        name="stage"
        label={t("terms.stage")}
        chosen={query.stageIds[0]}
        options={[any(t("leads.anyStage")), ...optionsOf(stages)]}
      />
      <Filter
        name="sort"
        label={t("leads.sort")}
        chosen={sortKey(query.sort)}
        options={SORTS.map(([key, name]) => ({ value: key, label: t(`opportunities.sorts.${name}`) }))}
      />
    </>
  );
}

function Filter({ name, label, chosen, options }: FilterProps) {
  const id = `opportunities-${name}`;
  return (
    <Field id={id} label={label}>
      <Select id={id} name={name} options={options} defaultValue={chosen ?? ""} />
    </Field>
  );
}

type FilterProps = {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly SelectOption[];
};

const SORTS = [
  ["", "openedNewest"],
  ["opened", "openedOldest"],
  ["name", "nameUp"],
  ["-name", "nameDown"],
  ["-lastEvent", "lastEventNewest"],
  ["lastEvent", "lastEventOldest"],
] as const;

function sortKey({ column, descending }: OpportunitiesSort): string {
  if (column === NEWEST_FIRST.column && descending === NEWEST_FIRST.descending) return "";
  return `${descending ? "-" : ""}${column}`;
}

function any(label: string): SelectOption {
  return { value: "", label };
}

function none(label: string): SelectOption {
  return { value: "none", label };
}
