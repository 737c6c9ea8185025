import { getLocale, getTranslations } from "next-intl/server";
import { THEMES } from "@/components/shell/theme";
import { openShare, visitOf } from "@/lib/auth/open-share";
import { hasOwnOrigin } from "@/lib/auth/own-origin";
import { INTL_IDS, LOCALES } from "@/lib/i18n/locale";
import { routes } from "@/lib/routes";
import { setLocale, setTheme } from "../../../actions";
import { readPreferences } from "../../../preferences";
import { closedHtml, type ClosedLook } from "./closed-html";

/**
 * What answers at the address of a link that is not open: whole without scripts, which a page of Next's that answers 401 or
 * 404 is not. One body for every reason that a link is gone.
 */
export async function GET(request: Request, { params }: RouteContext<"/r/[token]/closed">): Promise<Response> {
  const { token } = await params;
  const answer = await openShare(await visitOf(token, "page"), new Date(), async () => null);
  const t = await getTranslations();
  // `proxy.ts` has put the page's policy over whatever was sent under this name.
  const nonce = /'nonce-([^']+)'/.exec(request.headers.get("content-security-policy") ?? "")?.[1] ?? "";
  const head = { lang: INTL_IDS[await getLocale()], nonce, look: await lookOf(token) };
  if (answer.kind !== "locked") {
    return htmlOf(404, closedHtml({ ...head, title: t("shared.goneTitle"), text: t("sharing.gone"), form: null }));
  }
  const refusal = new URL(request.url).searchParams.get("password");
  const error = refusal === "wrong" || refusal === "wait" ? t(`shared.${refusal}`) : null;
  const form = { action: routes.unlockReport(token), label: t("shared.password"), submit: t("shared.unlock"), error };
  return htmlOf(401, closedHtml({ ...head, title: t("shared.lockedTitle"), text: t("sharing.enterPassword"), form }));
}

/** Another language or theme of the reader's own, as every page's form asks for: of the link nothing is asked. */
export async function POST(request: Request, { params }: RouteContext<"/r/[token]/closed">): Promise<Response> {
  const { token } = await params;
  if (!(await hasOwnOrigin())) return new Response(null, { status: 403 });
  const size = Number(request.headers.get("content-length") ?? Infinity);
  if (!(size <= BODY_BYTES_MAX)) return new Response(null, { status: 413 });
  const form = await request.formData().catch(() => null);
  if (form === null) return new Response(null, { status: 400 });
  await setLocale(form);
  await setTheme(form);
  return new Response(null, { status: 303, headers: { Location: routes.sharedReport(token) } });
}

const BODY_BYTES_MAX = 1_000;

async function lookOf(token: string): Promise<ClosedLook> {
  const t = await getTranslations();
  const { locale, theme } = await readPreferences();
  const locales = LOCALES.map((value) => ({ value, label: t(`locales.${value}`), lang: INTL_IDS[value] }));
  const themes = THEMES.map((value) => ({ value, label: t(THEME_WORDS[value]) }));
  return {
    theme,
    action: routes.closedReport(token),
    groups: [
      { label: t("common.language"), name: "locale", chosen: locale, choices: locales },
      { label: t("common.theme"), name: "theme", chosen: theme, choices: themes },
    ],
  };
}

const THEME_WORDS = { light: "common.themeLight", dark: "common.themeDark", system: "common.themeSystem" } as const;

function htmlOf(status: 401 | 404, body: string): Response {
  return new Response(body, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
