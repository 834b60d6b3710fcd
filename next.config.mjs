/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` knows the types of the whole project; a start must not wait for that.
  // A quiz of 200 long questions fits, as it does by REST.
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  typescript: { ignoreBuildErrors: true },
  // Drivers keep sockets and state; bundling a second copy of them would split it.
  serverExternalPackages: [
    "postgres",
    "ioredis",
    "ws",
    "prom-client",
    "pino",
    "rate-limiter-flexible",
    "@electric-sql/pglite",
    "@electric-sql/pglite-socket",
  ],
};
