import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { isMailboxOn, listLetters } from "@/lib/mail/mailbox";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailbox"))("title"), robots: { index: false } };
}

export default async function MailboxPage() {
  const preferences = await readPreferences();
  if (!isMailboxOn()) notFound();
  const t = await getTranslations("mailbox");
  const letters = await listLetters();
  return (
    <AccountFrame preferences={preferences} title={t("title")} lead={t("lead")}>
      {letters.length === 0 ? <p>{t("empty")}</p> : null}
      <ul className="grid gap-3">
        {letters.map(({ id, subject, to }) => (
          <li key={id} className="grid border-t border-line pt-3">
            <Link className="link font-medium" href={routes.mailbox(id)}>
              <bdi>{subject}</bdi>
            </Link>
            <span className="text-muted">{t("to", { to })}</span>
          </li>
        ))}
      </ul>
    </AccountFrame>
  );
}
