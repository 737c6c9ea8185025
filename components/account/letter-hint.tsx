import Link from "next/link";
import { useTranslations } from "next-intl";
import { routes } from "@/lib/routes";

/** Says where letters are when they are not sent. */
export function LetterHint({ delivery }: { readonly delivery: "smtp" | "mailbox" | "none" }) {
  const t = useTranslations("auth");
  switch (delivery) {
    case "smtp":
      return null;
    case "none":
      return <p className="text-sm text-muted">{t("noMail")}</p>;
    case "mailbox":
      return (
        <p className="text-sm text-muted">
          {t.rich("mailboxHint", {
            link: (words) => (
              <Link className="link" href={routes.mailbox()}>
                {words}
              </Link>
            ),
          })}
        </p>
      );
  }
}
