import { ensureBuild } from "../../../scripts/build-if-stale.mjs";
import { ensureParts } from "../programs/parts.ts";
import { prepareServers } from "../server.ts";

/** Before system tests: the parts, a current build, and what a first start makes, so that no test's server spends its start-up time on them. */
export default async function setup(): Promise<void> {
  await ensureParts(["postgres", "redis", "nginx", "caddy", "haproxy", "prometheus"]);
  await ensureBuild();
  await prepareServers();
}
