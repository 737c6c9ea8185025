import { getTranslations } from "next-intl/server";
import { SharedMessage } from "@/components/shared-report/shared-message";
import { SharedShell } from "@/components/shared-report/shared-shell";
import { readPreferences } from "../../preferences";

/** One page for every link that opens nothing, whatever the reason. */
export default async function GoneLink() {
  const t = await getTranslations();
  return (
    <SharedShell preferences={await readPreferences()}>
      <SharedMessage title={t("shared.goneTitle")} text={t("sharing.gone")} />
    </SharedShell>
  );
}
