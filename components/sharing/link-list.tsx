import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/settings/disclosure";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import type { LinkMode } from "@/lib/domain/sharing/link";
import type { PeriodKey } from "@/lib/domain/period";
import { formatFor } from "@/lib/i18n/format";
import { LinkActions, type LinkActionsProps } from "./link-actions";

/** Every link that this reader may manage, the open ones first. */
export function LinkList({ links, timeZone, actions }: LinkListProps) {
  const t = useTranslations();
  const open = links.filter(({ endedBy }) => endedBy === null);
  const ended = links.filter(({ endedBy }) => endedBy !== null);
  return (
    <div className="grid gap-4">
      {open.length === 0 ? <EmptyState title={t("sharing.empty")} /> : null}
      <ul aria-label={t("links.list")} className="grid gap-4">
        {open.map((link) => (
          <LinkCard key={link.id} {...{ link, timeZone, actions }} />
        ))}
      </ul>
      {ended.length === 0 ? null : (
        <Disclosure summary={t("links.ended", { n: ended.length })}>
          <ul className="grid gap-4">
            {ended.map((link) => (
              <LinkCard key={link.id} {...{ link, timeZone, actions: null }} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function LinkCard({ link, timeZone, actions }: LinkCardProps) {
  const t = useTranslations();
  return (
    <li className="list-none">
      <Card className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="max-w-full min-w-0 flex-auto text-[1.0625rem] leading-6 font-semibold break-words">
            <bdi>{link.name}</bdi>
          </h2>
          <Badge tone="outline">{t(`links.${link.mode}`)}</Badge>
          {link.hasPassword ? <Badge>{t("links.withPassword")}</Badge> : null}
          {link.endedBy === null ? null : <Badge tone="dashed">{t(`links.${link.endedBy}`)}</Badge>}
        </div>
        <Facts link={link} timeZone={timeZone} />
        {actions === null ? null : <LinkActions link={link} actions={actions} />}
      </Card>
    </li>
  );
}

function Facts({ link, timeZone }: Omit<LinkCardProps, "actions">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const at = (moment: Date) => t("links.at", { at: format.moment(moment, timeZone), zone: timeZone });
  return (
    <DefinitionList>
      <Definition term={t("links.creator")}>
        <bdi>{link.creator}</bdi>, {format.dateOf(link.createdAt, timeZone)}
      </Definition>
      <Definition term={t("links.content")}>{link.ranges.map((key) => t(`period.${key}`)).join(", ")}</Definition>
      <Definition term={t("links.asOf")}>{at(link.asOf)}</Definition>
      <Definition term={t("sharing.expires")}>{at(link.expiresAt)}</Definition>
      <Definition term={t("links.views")}>
        {link.lastOn === null
          ? t("links.neverSeen")
          : t("links.seen", { n: link.views, date: format.date(link.lastOn) })}
      </Definition>
      {link.embedOrigins.length === 0 ? null : (
        <Definition term={t("links.sites")}>{link.embedOrigins.join(", ")}</Definition>
      )}
      <Definition term={t("links.hint")}>…{link.hint}</Definition>
    </DefinitionList>
  );
}

export interface ListedLink {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly hint: string;
  readonly mode: LinkMode;
  readonly creator: string;
  readonly ranges: readonly PeriodKey[];
  readonly createdAt: Date;
  readonly asOf: Date;
  readonly expiresAt: Date;
  readonly endedBy: "expired" | "revoked" | null;
  readonly hasPassword: boolean;
  readonly embedOrigins: readonly string[];
  readonly views: number;
  readonly lastOn: string | null;
}

interface LinkListProps {
  readonly links: readonly ListedLink[];
  readonly timeZone: string;
  readonly actions: LinkActionsProps["actions"];
}

interface LinkCardProps {
  readonly link: ListedLink;
  readonly timeZone: string;
  readonly actions: LinkActionsProps["actions"] | null;
}
