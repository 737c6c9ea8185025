import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { Unfolded } from "@/components/ui/unfolded";
import { isNarrowed, type LeadsQuery, type LeadsSort, NEWEST_FIRST } from "@/lib/domain/leads/leads-query";
import { LEAD_KINDS } from "@/lib/domain/pipeline/kinds";
import { routes } from "@/lib/routes";
import { type LeadChoices, optionsOf } from "./lead-choices";

/** A plain form that asks for the page anew, so it works without scripts and every list has an address. */
export function LeadsFilters({ slug, query, choices }: LeadsFiltersProps) {
  const t = useTranslations("leads");
  return (
    <Unfolded summary={t("filters")} open={isNarrowed(query)}>
      <form
        method="get"
        action={routes.leads(slug)}
        aria-label={t("filters")}
        className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <Field id="leads-q" label={t("searchLabel")} className="sm:col-span-2">
          <Input id="leads-q" type="search" name="q" maxLength={200} defaultValue={query.search ?? ""} />
        </Field>
        <Choices query={query} choices={choices} />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-4">
          <label className="flex min-h-9 items-center gap-2">
            <Checkbox name="archived" value="1" defaultChecked={query.archived} />
            {t("archived")}
          </label>
          <Button type="submit">{t("filter")}</Button>
          {isNarrowed(query) ? (
            <Link href={routes.leads(slug)} className="link">
              {t("clearFilters")}
            </Link>
          ) : null}
        </div>
      </form>
    </Unfolded>
  );
}

type LeadsFiltersProps = {
  readonly slug: string;
  readonly query: LeadsQuery;
  readonly choices: LeadChoices;
};

function Choices({ query, choices }: Pick<LeadsFiltersProps, "query" | "choices">) {
  const t = useTranslations();
  const stages = choices.stages.filter(({ subject }) => subject === "lead");
  const others = choices.owners.filter(({ id }) => id !== choices.me);
  const filters: readonly (readonly [name: string, label: string, chosen: string | undefined, SelectOption[]])[] = [
    [
      "kind",
      t("leads.kind"),
      query.kinds[0],
      [any(t("leads.anyKind")), ...LEAD_KINDS.map((kind) => ({ value: kind, label: t(`kinds.lead.${kind}`) }))],
    ],
    ["stage", t("leads.stage"), query.stageIds[0], [any(t("leads.anyStage")), ...optionsOf(stages)]],
    [
      "channel",
      t("terms.channel"),
      query.channelIds[0],
      [any(t("leads.anyChannel")), none(t("terms.noChannel")), ...optionsOf(choices.channels)],
    ],
    [
      "campaign",
      t("terms.campaign"),
      query.campaignIds[0],
      [any(t("leads.anyCampaign")), none(t("leads.noCampaign")), ...optionsOf(choices.campaigns)],
    ],
    [
      "owner",
      t("terms.owner"),
      query.ownerIds[0],
      [
        any(t("leads.anyOwner")),
        { value: choices.me, label: t("leads.mine") },
        none(t("terms.nobody")),
        ...optionsOf(others),
      ],
    ],
    [
      "sort",
      t("leads.sort"),
      sortKey(query.sort),
      SORTS.map(([key, name]) => ({ value: key, label: t(`leads.sorts.${name}`) })),
    ],
  ];
  return filters.map(([name, label, chosen, options]) => (
    <Field key={name} id={`leads-${name}`} label={label}>
      <Select id={`leads-${name}`} name={name} options={options} defaultValue={chosen ?? ""} />
    </Field>
  ));
}

const SORTS = [
  ["", "cameInNewest"],
  ["cameIn", "cameInOldest"],
  ["name", "nameUp"],
  ["-name", "nameDown"],
  ["-lastEvent", "lastEventNewest"],
  ["lastEvent", "lastEventOldest"],
] as const;

function sortKey({ column, descending }: LeadsSort): string {
  if (column === NEWEST_FIRST.column && descending === NEWEST_FIRST.descending) return "";
  return `${descending ? "-" : ""}${column}`;
}

function any(label: string): SelectOption {
  return { value: "", label };
}

function none(label: string): SelectOption {
  return { value: "none", label };
}
