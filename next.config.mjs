/** Only a build that uploads source maps makes any (scripts/upload-source-maps.mjs). */
const sourceMaps = Boolean(process.env.SENTRY_AUTH_TOKEN);

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: sourceMaps,
  experimental: {
    serverSourceMaps: sourceMaps,
    // As any call by REST but those that carry a quiz.
    serverActions: { bodySizeLimit: "256kb" },
    // An unknown address belongs to no root layout; the page for it is whole without a script (app/global-not-found.tsx).
    globalNotFound: true,
    // A dozen scripts wait for each other where a browser opens six connections; a phone far away feels every turn.
    turbopackChunking: { minChunkSize: 200_000, maxChunkCountPerGroup: 6, maxMergeChunkSize: 400_000 },
  },
  // `npm run build` and `npm test` check the types of the whole project first; a start does not wait for that.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    debugIds: sourceMaps,
    resolveAlias: {
      // What next-intl's plugin would set; the plugin itself also brings compilers that nothing here needs.
      "next-intl/config": "./lib/web/request-language.ts",
      // Messages are compiled ahead (lib/web/messages.ts): no ICU parser for anybody.
      "use-intl/format-message": "use-intl/format-message/format-only",
    },
  },
  /** Every language is a static variant of its own under [locale]; the server stamps which one a request wants. */
  async rewrites() {
    const has = [{ type: "header", key: "x-ovation-locale", value: "(?<locale>[a-z]+)" }];
    return {
      beforeFiles: [],
      // After what exists under its own name, before routes with parameters, of which two places keep theirs.
      afterFiles: [
        { source: "/", has, destination: "/:locale" },
        { source: "/:first((?!_next|api|host)[^/]+)/:rest*", has, destination: "/:locale/:first/:rest*" },
      ],
      fallback: [],
    };
  },
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
