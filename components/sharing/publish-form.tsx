import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/domain/action-state";
import { LINK_DAYS, type PublishedLink } from "@/lib/domain/sharing/link";
import { routes } from "@/lib/routes";
import { Disclosure } from "@/components/settings/disclosure";
import { CONTENT_FORM, Hidden } from "./content-form";
import { GivenOut } from "./given-out";
import { SHOWN_FIELDS, writeLink } from "./link-fields";
import type { GivenLink } from "./link-shown";
import { WhenPreviewed } from "./previewed";
import { ProtectionFields } from "./protection-fields";

/** Publishes what the preview shows, and gives the link. */
export function PublishForm({ slug, link, mayEmbed, action }: PublishFormProps) {
  const t = useTranslations();
  return (
    <ActionForm action={action} className="grid gap-4">
      <Hidden fields={writeLink(link)} />
      <p>{t("sharing.new")}</p>
      <Published link={link} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="days"
          label={t("sharing.expires")}
          defaultValue="90"
          options={LINK_DAYS.map((days) => ({ value: String(days), label: t("links.afterDays", { n: days }) }))}
        />
      </div>
      <ProtectionFields />
      {mayEmbed ? (
        <Disclosure summary={t("links.embed")}>
          <TextAreaField
            name="embedOrigins"
            label={t("links.sites")}
            hint={t("links.sitesHint")}
            messages={{ choice: t("links.embedOrPassword"), link: t("links.sitesWrong") }}
            rows={3}
            optional
            autoComplete="off"
          />
        </Disclosure>
      ) : null}
      <WhenPreviewed otherwise={<SeeFirst />}>
        <FormEnd submit={t("links.make")} okMessage={t("links.made")} tone="primary">
          <Link className="link" href={routes.sharing(slug)}>
            {t("links.all")}
          </Link>
        </FormEnd>
      </WhenPreviewed>
      <GivenOut />
    </ActionForm>
  );
}

/** What is published, in words: without scripts nothing else says that it is the preview and not what was chosen since. */
function Published({ link }: Pick<PublishFormProps, "link">) {
  const t = useTranslations();
  const { name, mode, locale, scope } = link;
  const ticked = SHOWN_FIELDS.filter(({ isTicked }) => isTicked(link));
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium">{t("links.published")}</p>
      <ul className="list-disc pl-5 text-muted">
        <li className="break-words">
          <bdi>{name}</bdi>
        </li>
        <li>{scope.ranges.map(({ key }) => t(`period.${key}`)).join(", ")}</li>
        <li>{t(`sharing.${mode}`)}</li>
        <li>{t(`locales.${locale}`)}</li>
        {ticked.map((field) => (
          <li key={field.name}>{t(`links.${field.name}`)}</li>
        ))}
      </ul>
    </div>
  );
}

function SeeFirst() {
  const t = useTranslations("links");
  return (
    <div className="grid gap-3">
      <p role="status">{t("stale")}</p>
      <Button type="submit" form={CONTENT_FORM} className="w-fit">
        {t("seeFirst")}
      </Button>
    </div>
  );
}

interface PublishFormProps {
  readonly slug: string;
  readonly link: PublishedLink;
  readonly mayEmbed: boolean;
  readonly action: FormAction<GivenLink>;
}
