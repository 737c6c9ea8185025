import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { PERIOD_KEYS } from "@/lib/domain/period";
import { LINK_MODES, type PublishedLink } from "@/lib/domain/sharing/link";
import { routes } from "@/lib/routes";
import { type LinkFields, SHOWN_FIELDS, writeScope } from "./link-fields";

export const CONTENT_FORM = "link-content";

/** What the link shows, as a plain form that asks for its preview anew: nothing is published by it. */
export function ContentForm({ slug, link }: { readonly slug: string; readonly link: PublishedLink }) {
  const t = useTranslations();
  return (
    <form id={CONTENT_FORM} method="get" action={routes.newLink(slug)} className="grid gap-4">
      <Hidden fields={writeScope(link)} />
      <Field id="link-name" label={t("links.name")} hint={t("links.nameHint")}>
        <Input id="link-name" name="name" defaultValue={link.name} maxLength={200} required />
      </Field>
      <div className="grid gap-4 sm:max-lg:grid-cols-2">
        <Field id="link-mode" label={t("links.mode")}>
          <Select
            id="link-mode"
            name="mode"
            defaultValue={link.mode}
            options={LINK_MODES.map((mode) => ({ value: mode, label: t(`sharing.${mode}`) }))}
          />
        </Field>
        <Field id="link-locale" label={t("common.language")}>
          <Select
            id="link-locale"
            name="locale"
            defaultValue={link.locale}
            options={(["nb", "en"] as const).map((locale) => ({ value: locale, label: t(`locales.${locale}`) }))}
          />
        </Field>
      </div>
      <Ranges link={link} />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium">{t("links.shows")}</legend>
        {SHOWN_FIELDS.map(({ name, isTicked }) => (
          <Tick key={name} name={name} value="on" label={t(`links.${name}`)} isTicked={isTicked(link)} />
        ))}
        <p className="text-sm text-muted">{t("links.smallHint")}</p>
      </fieldset>
      <Button type="submit" className="w-fit">
        {t("links.preview")}
      </Button>
    </form>
  );
}

/** Periods beside the first, which is the report's own. */
function Ranges({ link }: { readonly link: PublishedLink }) {
  const t = useTranslations();
  const [first, ...others] = link.scope.ranges.map(({ key }) => key);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{t("links.ranges")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {PERIOD_KEYS.filter((key) => key !== "custom" && key !== first).map((key) => (
          <Tick key={key} name="range" value={key} label={t(`period.${key}`)} isTicked={others.includes(key)} />
        ))}
      </div>
    </fieldset>
  );
}

function Tick({ name, value, label, isTicked }: TickProps) {
  return (
    <label className="flex min-h-6 items-start gap-2.5">
      <Checkbox name={name} value={value} defaultChecked={isTicked} className="mt-0.5" />
      <span>{label}</span>
    </label>
  );
}

interface TickProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isTicked: boolean;
}

export function Hidden({ fields }: { readonly fields: LinkFields }) {
  return fields.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />);
}
