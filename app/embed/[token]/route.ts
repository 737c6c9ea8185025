import { randomBytes } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { asParts, asReport, isShown } from "@/components/shared-report/as-rows";
import { periodText } from "@/components/report/period-text";
import { rateNameKey } from "@/components/report/rate-marks";
import { findCopy } from "@/db/queries/shared-link";
import { openShare, visitOf } from "@/lib/auth/open-share";
import { reportAddress } from "@/lib/auth/report-address";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { INTL_IDS, type Locale } from "@/lib/i18n/locale";
import { rateText } from "@/lib/i18n/rate-text";
import { readCopy } from "@/lib/use-cases/sharing/shared-report-schema";
import { embedHtml } from "./embed-html";

const FIRST = { range: 0, channel: 0 };

/** The rates and the strip in a frame of the sites that the link names, and of no other. */
export async function GET(request: Request, { params }: RouteContext<"/embed/[token]">): Promise<Response> {
  const { token } = await params;
  const answer = await openShare(await visitOf(token, "embed"), new Date(), async ({ db, link }) => {
    const content = await findCopy(db, link.id, FIRST);
    return {
      name: link.name,
      locale: link.locale,
      origins: link.embedOrigins,
      shared: content === null ? null : readCopy(content),
    };
  });
  if (answer.kind !== "open" || answer.data.shared === null) return refusal(404);
  if (new URL(request.url).search !== "") return refusal(400);
  const { name, locale, origins, shared } = answer.data;
  const nonce = randomBytes(16).toString("base64");
  return new Response(
    embedHtml({ ...(await contentOf(shared, locale)), title: name, link: await linkOf(token, locale), nonce }),
    {
      headers: headersOf([`style-src 'nonce-${nonce}'`, `frame-ancestors ${origins.join(" ")}`]),
    },
  );
}

function refusal(status: 400 | 404): Response {
  return new Response(null, { status, headers: headersOf(["frame-ancestors 'none'"]) });
}

function headersOf(policy: readonly string[]) {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": ["default-src 'none'", "base-uri 'none'", "form-action 'none'", ...policy].join("; "),
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
  };
}

async function linkOf(token: string, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "shared" });
  return { address: reportAddress(token), text: t("full") };
}

/** In the link's own language: a frame is told nothing of its reader. */
async function contentOf(shared: SharedReport, locale: Locale) {
  const t = await getTranslations({ locale });
  const format = formatFor(locale);
  const { query, total } = asReport(shared);
  const parts = asParts(shared.total.strip);
  const { qualificationRate, step2 } = total.rates;
  return {
    lang: INTL_IDS[locale],
    period: periodText(query, format) ?? t("report.everything"),
    rates: (["leadConversionRate", "opportunityConversionRate"] as const).map((name) => {
      const key = t(`rates.${rateNameKey(name, shared.basis)}`);
      if (!isShown(shared.total.rates[name])) return { name: key, value: t("evidence.hidden"), detail: "" };
      const rate = rateText(total.rates[name], format);
      const counts = t("common.kOfN", { k: rate.k, n: rate.n });
      if (rate.kind !== "percent") return { name: key, value: rate.kind === "none" ? rate.value : counts, detail: "" };
      return {
        name: key,
        value: rate.value,
        detail: `${counts} · ${t("evidence.range", { lo: rate.lo, hi: rate.hi })}`,
      };
    }),
    strip:
      parts === null || step2 === null
        ? null
        : {
            bars: [qualificationRate, step2],
            text: t("figures.strip.finding", { l: parts.total ?? 0, q: parts.qualified, c: parts.customers }),
          },
  };
}
