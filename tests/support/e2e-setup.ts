import { ensureBuild } from "../../scripts/build-if-stale.mjs";
import { ensureParts } from "./parts.ts";

/** The proxy of the specs, and a current build before the first of them, so that no test's server spends its start-up time building. */
export default async function setup(): Promise<void> {
  await ensureParts(["nginx"]);
  await ensureBuild({ log: console.log });
}
