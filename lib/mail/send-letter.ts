import { createTransport } from "nodemailer";
import type { Letter } from "@/lib/domain/letter";
import { webEnv } from "@/lib/env";
import { keepInMailbox } from "./mailbox";
import { writeLetter, type WrittenLetter } from "./write-letter";

/** By SMTP where that is set up; otherwise into the mailbox, a folder on this machine. */
export async function sendLetter(letter: Letter): Promise<void> {
  const { APP_URL, SMTP_URL, MAIL_FROM, MAILBOX_DIR } = webEnv();
  const written = writeLetter(letter, APP_URL);
  if (SMTP_URL === undefined) await keepInMailbox(MAILBOX_DIR, written, new Date());
  else await sendBySmtp(SMTP_URL, MAIL_FROM, written);
}

async function sendBySmtp(smtpUrl: string, from: string, { to, subject, text }: WrittenLetter): Promise<void> {
  const transport = createTransport(smtpUrl);
  try {
    // An object, so that the address is never read as a list or a header.
    await transport.sendMail({
      from,
      to: { name: "", address: to },
      subject,
      text,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}
