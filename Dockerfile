# syntax=docker/dockerfile:1
# To build on exactly the same base again, name it by its digest:
# docker build --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim
FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# Builds the pages and lists what is in the image; then drops what only development and building need.
RUN npm run build \
 && npm sbom --sbom-format cyclonedx --omit=dev > sbom.json \
 && npm prune --omit=dev \
 && rm -rf .next/cache node_modules/typescript node_modules/@typescript node_modules/tailwindcss node_modules/@tailwindcss \
      node_modules/lightningcss* node_modules/@next/swc-* node_modules/rolldown node_modules/@rolldown \
      # Next names it as a peer, so that npm keeps it.
      node_modules/playwright* node_modules/@playwright node_modules/@biomejs

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
# Owned by root: the server cannot change itself. Sources stay because the build is checked against them at the start.
COPY --from=build /app/package.json /app/package-lock.json /app/tsconfig.json /app/next.config.mjs /app/postcss.config.mjs ./
COPY --from=build /app/server.ts /app/instrumentation.ts /app/sbom.json /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/app app
COPY --from=build /app/components components
COPY --from=build /app/lib lib
COPY --from=build /app/messages messages
COPY --from=build /app/public public
COPY --from=build /app/drizzle drizzle
COPY --from=build /app/scripts scripts
COPY --from=build /app/ops/compose ops/compose
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/yarn* \
 && mkdir -p /data /secrets /monitoring .next/cache && chown node:node /data /secrets /monitoring .next/cache
USER node
VOLUME /data
EXPOSE 3000
# SIGTERM drains: sockets are asked to come back, requests finish, groups are written.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
