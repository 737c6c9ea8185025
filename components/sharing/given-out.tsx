import { useTranslations } from "next-intl";
import { LinkShown } from "./link-shown";

/** The address, password and frame that a form has just given out, in words. */
export function GivenOut() {
  const t = useTranslations();
  return (
    <LinkShown
      labels={{
        link: t("links.link"),
        password: t("sharing.password"),
        frame: t("links.frame"),
        copy: t("common.copy"),
        copied: t("common.copied"),
      }}
      hints={{ link: undefined, password: t("links.passwordOnce"), frame: t("links.frameHint") }}
    />
  );
}
