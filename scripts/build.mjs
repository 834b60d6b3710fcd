/**
 * `npm run build`: checks the types, then makes the very build that `npm start` uses, if the sources changed since the last.
 */
import { ensureBuild } from "./build-if-stale.mjs";
import { runChecks } from "./check.mjs";

const failed = await runChecks(["types"]);
if (failed.length > 0) process.exit(1);
const built = await ensureBuild({ log: console.log });
if (!built) console.log("The build is current.");
