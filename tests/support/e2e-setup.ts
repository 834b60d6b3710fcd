import { ensureBuild } from "../../scripts/build-if-stale.mjs";

/** A current build before the first spec, so that no test's server spends its start-up time building. */
export default async function setup(): Promise<void> {
  await ensureBuild({ log: console.log });
}
