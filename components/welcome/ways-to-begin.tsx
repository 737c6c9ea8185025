import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/domain/action-state";
import { routes } from "@/lib/routes";

export function WaysToBegin({ slug, beginWithSample }: WaysToBeginProps) {
  const t = useTranslations();
  const ways = [
    { key: "paste", href: routes.import(slug) },
    { key: "oneByOne", href: routes.leads(slug) },
  ] as const;
  return (
    <div className="grid gap-3">
      <Card className="grid gap-3">
        <p className="text-muted">{t("welcome.sampleLead")}</p>
        <ActionForm action={beginWithSample}>
          <FormEnd submit={t("start.sample")} />
        </ActionForm>
      </Card>
      {ways.map(({ key, href }) => (
        <Card key={key} className="grid gap-3">
          <p className="text-muted">{t(`welcome.${key}Lead`)}</p>
          <p>
            <Button asChild>
              <Link href={href}>{t(`start.${key}`)}</Link>
            </Button>
          </p>
        </Card>
      ))}
      <p>
        <Link className="link" href={routes.team(slug)}>
          {t("start.skip")}
        </Link>
      </p>
    </div>
  );
}

type WaysToBeginProps = { readonly slug: string; readonly beginWithSample: FormAction<void> };
