import { networkInterfaces } from "node:os";
import type { StartedRuntime } from "./create.ts";

/** What `npm start` prints when the server is ready: where to go, how to sign in (once), and how phones join. */
export function startMessage(runtime: StartedRuntime): string {
  const { config, publicUrl, newOwner } = runtime;
  const lines = ["", `  Ovation is running at ${publicUrl}`, "", `  Host a quiz    ${publicUrl}/host`];
  if (newOwner) {
    lines.push(
      "",
      "  Sign in with   (shown only this once)",
      `    E-mail       ${newOwner.email}`,
      `    Password     ${newOwner.password}`,
      "",
    );
  }
  const lan = config.publicUrl === null && config.host === "0.0.0.0" ? lanAddress() : null;
  if (lan) lines.push(`  Phones join at http://${lan}:${config.port}  (same network)`);
  lines.push(
    `  Storage        ${config.databaseUrl ? "Postgres" : `embedded, in ${config.dataDir}`}, ${config.redis ? "Redis" : "no Redis: one node"}`,
    "",
  );
  return lines.join("\n");
}

/** This machine's address on the local network; null if it has none. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === "IPv4" && !internal) return address;
    }
  }
  return null;
}
