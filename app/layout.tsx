import "./globals.css";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { ToastRegion } from "@/components/ui/toast";
import { clientMessages } from "@/lib/i18n/client-messages";
import { INTL_IDS } from "@/lib/i18n/locale";
import { readTheme } from "./preferences";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return {
    title: { default: t("title"), template: "%s · Tofold" },
    description: t("claim"),
    applicationName: "Tofold",
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0f17" },
  ],
};

export default async function RootLayout({ children }: { readonly children: React.ReactNode }) {
  const t = await getTranslations("common");
  return (
    <html lang={INTL_IDS[await getLocale()]} data-theme={await readTheme()} className={GeistSans.variable}>
      <body className="min-h-dvh">
        <a
          href="#content"
          data-print="hide"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-fg px-4 py-2 text-bg focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <NextIntlClientProvider messages={clientMessages(await getMessages())}>
          {children}
          <ToastRegion />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
