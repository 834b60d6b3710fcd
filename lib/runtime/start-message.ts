import type { StartedRuntime } from "./create.ts";

/** The message that `npm start` prints when the server is ready: where to go, how to sign in (once), and how phones join. */
export function startMessage({ config, publicUrl, addresses, newOwner }: Facts): string {
  const lines = ["", `  Ovation is running at ${publicUrl}`, "", `  Host a quiz    ${publicUrl}/host`];
  if (newOwner) {
    lines.push(
      "",
      "  Sign in with   (shown only this once)",
      `    Email        ${newOwner.email}`,
      `    Password     ${newOwner.password}`,
      "",
    );
  }
  const [first, ...others] = addresses.candidates().filter(({ origin }) => origin !== publicUrl);
  if (first) lines.push(`  Phones join at ${first.origin}  (same network${on(first.on)})`);
  for (const other of others)
    lines.push(`              or ${other.origin}${other.on ? `  (${other.on})` : ""}`);
  if (others.length > 0) lines.push("                 Choose one in the control room, or set PUBLIC_URL.");
  lines.push(
    `  Storage        ${config.databaseUrl ? "Postgres" : `embedded, in ${config.dataDir}`}, ${config.redis ? "Redis" : "no Redis: one node"}`,
    "",
  );
  return lines.join("\n");
}

type Facts = Pick<StartedRuntime, "publicUrl" | "addresses" | "newOwner"> & {
  config: Pick<StartedRuntime["config"], "databaseUrl" | "dataDir" | "redis">;
};

function on(name: string | null): string {
  return name ? `, ${name}` : "";
}
