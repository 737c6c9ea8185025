import { useTranslations } from "next-intl";
import { DealFields } from "@/components/deals/deal-fields";
import type { FormAction } from "@/lib/domain/action-state";
import type { DealKind } from "@/lib/domain/deals/deal";
import type { DealId } from "@/lib/domain/ids";
import type { ShownLead } from "./lead-facts";
import { ToldForm } from "./told-form";

/** A deal with the lead itself, in the kinds that this trade sells. */
export function SellForm({ lead, kinds, currency, action }: SellFormProps) {
  const t = useTranslations();
  return (
    <ToldForm action={action} told={t("leads.dealTold", { n: lead.name ?? "" })} submit={t("leads.recordDealDo")}>
      <input type="hidden" name="id" value={lead.id} />
      <input type="hidden" name="version" value={lead.version} />
      <DealFields kinds={kinds} money={lead} currency={currency} />
    </ToldForm>
  );
}

type SellFormProps = {
  readonly lead: ShownLead;
  readonly kinds: readonly DealKind[];
  readonly currency: string;
  readonly action: FormAction<{ dealId: DealId }>;
};
