import { useTranslations } from "next-intl";
import { VoidForm } from "@/components/deals/void-form";
import { DealLine, type DealOfLead } from "@/components/leads/lead-dealings";
import { Card, CardTitle } from "@/components/ui/card";
import type { FormAction } from "@/lib/domain/action-state";

/** The deal that an opportunity was won with; voided ones stay in sight. */
export function DealsOfOpportunity({ slug, name, deals, voidDeal }: DealsOfOpportunityProps) {
  const t = useTranslations("opportunities");
  if (deals.length === 0) return null;
  return (
    <Card className="grid gap-2">
      <CardTitle>{t("dealsOf")}</CardTitle>
      <ul className="grid gap-2">
        {deals.map((deal) => (
          <DealLine key={deal.id} slug={slug} deal={deal} />
        ))}
      </ul>
      {voidDeal
        ? deals
            .filter((deal) => deal.voidedAt === null)
            .map((deal) => <VoidForm key={deal.id} deal={deal} name={name} action={voidDeal} />)
        : null}
    </Card>
  );
}

type DealsOfOpportunityProps = {
  readonly slug: string;
  readonly name: string;
  readonly deals: readonly (DealOfLead & { readonly version: number })[];
  /** Null for whoever may not. */
  readonly voidDeal: FormAction<void> | null;
};
