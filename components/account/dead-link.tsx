import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** A letter's link that was used, is too old, or never was: all the same here. */
export function DeadLink({ href, label }: { readonly href: string; readonly label: string }) {
  const t = useTranslations("auth");
  return (
    <>
      <p>{t("linkGone")}</p>
      <p>
        <Button asChild>
          <Link href={href}>{label}</Link>
        </Button>
      </p>
    </>
  );
}
