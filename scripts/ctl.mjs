/** `npm run ctl -- …`: looks after running servers, backups and keys. In the image: `node scripts/ctl.mjs …`. */
import { register } from "tsx/esm/api";

process.env.NODE_ENV ??= "production";
process.on("SIGINT", () => process.exit(130));
// What a pipe has no reader for any more is nobody's.
process.stdout.on("error", () => process.exit(0));
register();
await import("./ctl/main.ts");
