import { hkdfSync } from "node:crypto";
import type { BackupHead, BackupSecret } from "../backup/format.ts";
import { FORMAT } from "../backup/format.ts";
import type { Config } from "../config/config.ts";
import { authSecret } from "../config/secrets.ts";
import { PRODUCT_VERSION } from "./product-version.ts";

/** What a backup of this server says first. */
export function backupHead(
  config: Pick<Config, "authSecret" | "dataDir">,
  atMs: number,
): Omit<BackupHead, "migration"> {
  return { ovation: "backup", format: FORMAT, version: PRODUCT_VERSION, atMs, secret: secretOf(config) };
}

function secretOf(config: Pick<Config, "authSecret" | "dataDir">): BackupSecret {
  if (config.authSecret === null) return { kept: authSecret(config) };
  return { fingerprint: fingerprintOf(config.authSecret) };
}

/** Tells whether two secrets are the same, and nothing else. */
export function fingerprintOf(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "ovation", "backup", 12)).toString("hex");
}
