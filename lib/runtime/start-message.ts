import type { StartedRuntime } from "./create.ts";

/** What `npm start` prints when the server is ready: where to go, how to sign in (once), and how phones join. */
export function startMessage(runtime: StartedRuntime): string {
  const { config, publicUrl, joinOrigin, newOwner } = runtime;
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
  if (joinOrigin !== publicUrl) lines.push(`  Phones join at ${joinOrigin}  (same network)`);
  lines.push(
    `  Storage        ${config.databaseUrl ? "Postgres" : `embedded, in ${config.dataDir}`}, ${config.redis ? "Redis" : "no Redis: one node"}`,
    "",
  );
  return lines.join("\n");
}
