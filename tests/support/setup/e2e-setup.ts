import { ensureBuild } from "../../../scripts/build-if-stale.mjs";
import { ensureParts } from "../programs/parts.ts";
import { prepareServers } from "../server.ts";

/** The proxy of the specs, a current build, and what a first start makes, so that no test's server spends its start-up time on them. */
export default async function setup(): Promise<void> {
  await ensureParts(["nginx"]);
  await ensureBuild({ log: console.log });
  await prepareServers();
}
