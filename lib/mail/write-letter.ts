import { createTranslator } from "next-intl";
import type { Letter } from "@/lib/domain/letter";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import en from "@/messages/en.json";
import nb from "@/messages/nb.json";

const MESSAGES = { nb, en } as const;

export interface WrittenLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
}

/** A letter in its reader's language. Its link begins with our own address, whatever the request said of itself. */
export function writeLetter(letter: Letter, appUrl: string): WrittenLetter {
  const t = createTranslator({ locale: letter.locale, messages: MESSAGES[letter.locale], namespace: "mail" });
  const { subject, body } = wordsOf(letter, t);
  const link = `${appUrl}${pathOf(letter)}`;
  return {
    to: letter.to,
    subject: oneLine(subject),
    link,
    text: `${body}\n\n${link}\n\n${t("footer", { host: new URL(appUrl).host })}\n`,
  };
}

type Translator = ReturnType<typeof createTranslator<typeof nb, "mail">>;

function wordsOf(letter: Letter, t: Translator): { subject: string; body: string } {
  switch (letter.kind) {
    case "confirm-email":
      return { subject: t("confirmSubject"), body: t("confirmBody") };
    case "reset-password":
      return { subject: t("resetSubject"), body: t("resetBody") };
    case "known-address":
      return { subject: t("knownSubject"), body: t("knownBody") };
    case "password-changed":
      return { subject: t("changedSubject"), body: t("changedBody") };
    case "link-tries":
      return { subject: t("linkTriesSubject", letter), body: t("linkTriesBody", letter) };
    case "link-ends": {
      const at = formatFor(letter.locale).moment(letter.endsAt, letter.timeZone);
      const words = { report: letter.report, team: letter.team, at, timeZone: letter.timeZone };
      return { subject: t("linkEndsSubject", words), body: t("linkEndsBody", words) };
    }
    case "invitation":
      return { subject: t("invite", letter), body: t("inviteBody", letter) };
  }
}

function pathOf(letter: Letter): string {
  switch (letter.kind) {
    case "confirm-email":
      return routes.verify(letter.token);
    case "reset-password":
      return routes.reset(letter.token);
    case "known-address":
      return routes.signIn();
    case "password-changed":
      return routes.reset();
    case "link-tries":
    case "link-ends":
      return routes.sharing(letter.slug);
    case "invitation":
      return routes.invite(letter.token);
  }
}

/** A subject is one header line; the names in it are checked at their own door, too. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
