import { ensureBuild } from "../../scripts/build-if-stale.mjs";
import { ensureParts } from "./parts.ts";

/** Before system tests: the parts, and a current build, so that no test's server spends its start-up time building. */
export default async function setup(): Promise<void> {
  await ensureParts(["postgres", "redis", "nginx", "caddy", "haproxy"]);
  await ensureBuild();
}
