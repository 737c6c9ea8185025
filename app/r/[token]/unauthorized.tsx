import { getTranslations } from "next-intl/server";
import { SharedMessage } from "@/components/shared-report/shared-message";
import { SharedShell } from "@/components/shared-report/shared-shell";
import { UnlockForm } from "@/components/shared-report/unlock-form";
import { readPreferences } from "../../preferences";

/** Asks for the link's password, and tells nothing of what is behind it. */
export default async function LockedLink() {
  const t = await getTranslations();
  return (
    <SharedShell preferences={await readPreferences()}>
      <SharedMessage title={t("shared.lockedTitle")} text={t("sharing.enterPassword")}>
        <UnlockForm
          {...{ label: t("shared.password"), submit: t("shared.unlock") }}
          refusals={{ wrong: t("shared.wrong"), wait: t("shared.wait") }}
        />
      </SharedMessage>
    </SharedShell>
  );
}
