import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { findLetter, isMailboxOn } from "@/lib/mail/mailbox";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { referrer: "same-origin", robots: { index: false } };

export default async function LetterPage({ params }: Props) {
  const { letter: id } = await params;
  const letter = isMailboxOn() ? await findLetter(id) : null;
  if (letter === null) notFound();
  const t = await getTranslations("mailbox");
  return (
    <AccountFrame preferences={await readPreferences()} title={letter.subject} lead={t("to", { to: letter.to })}>
      <p className="break-words whitespace-pre-wrap">{letter.text}</p>
      <p>
        <a className="link font-medium" href={letter.link}>
          {t("link")}
        </a>
      </p>
      <p>
        <Link className="link" href={routes.mailbox()}>
          {t("all")}
        </Link>
      </p>
    </AccountFrame>
  );
}

type Props = { readonly params: Promise<{ readonly letter: string }> };
