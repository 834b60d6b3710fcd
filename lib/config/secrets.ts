import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BadConfig, type Config } from "./config.ts";

/**
 * The secret that tokens are signed with: AUTH_SECRET, or one made on the first start and kept in DATA_DIR/secret, so
 * that players stay joined over restarts. Nodes that share a database need the same AUTH_SECRET.
 */
export function authSecret(config: Pick<Config, "authSecret" | "dataDir">): string {
  if (config.authSecret) return config.authSecret;
  const path = join(config.dataDir, "secret");
  const kept = readSecret(path);
  if (kept !== null) return kept;
  try {
    mkdirSync(config.dataDir, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another process of the same start was first.
    if (codeOf(error) !== "EEXIST") throw unusable(path, error);
  }
  return readSecret(path) ?? "";
}

function readSecret(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw unusable(path, error);
  }
  if (text.length >= 32) return text;
  throw new BadConfig(
    `${path} holds no secret. Delete it and a new one is made; everyone then has to join again.`,
  );
}

function unusable(path: string, error: unknown): BadConfig {
  return new BadConfig(
    `The secret cannot be kept in ${path} (${codeOf(error)}). Set AUTH_SECRET, or a DATA_DIR that can be written.`,
  );
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? error);
}
