import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AccountStore, KeyHolder } from "../auth/account-store.ts";
import { hashApiKey } from "../auth/api-keys.ts";

/**
 * A key for `npm run ctl` on the same machine, new at each start: in a file of the data folder that only its user can read,
 * who could read the database itself. It is in no database and ends with the process.
 */
export interface LocalKey {
  /** With this key known beside those that are stored. */
  accept(accounts: AccountStore): AccountStore;
  /** Removes the file. */
  forget(): void;
}

/** Where `ctl` reaches the server that runs on this data folder. */
export interface LocalAccess {
  url: string;
  key: string;
}

export function createLocalKey(
  { dataDir, host, port }: { dataDir: string; host: string; port: number },
  holder: () => Promise<KeyHolder | null>,
): LocalKey {
  const key = `ovl_${randomBytes(24).toString("base64url")}`;
  const keyHash = hashApiKey(key);
  const path = pathIn(dataDir);
  const everywhere = host === "0.0.0.0" || host === "::" || host === "[::]";
  const access: LocalAccess = { url: `http://${everywhere ? "127.0.0.1" : host}:${port}`, key };
  mkdirSync(dataDir, { recursive: true });
  // Anew, so that one that others could read does not keep its mode.
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  return {
    accept: (accounts) => ({
      ...accounts,
      byApiKey: (hash) => (hash === keyHash ? holder() : accounts.byApiKey(hash)),
    }),
    forget: () => rmSync(path, { force: true }),
  };
}

/** Null where no server runs on this folder, or this user may not read it. A server that was killed leaves a dead one. */
export function readLocalAccess(dataDir: string): LocalAccess | null {
  try {
    return JSON.parse(readFileSync(pathIn(dataDir), "utf8")) as LocalAccess;
  } catch {
    return null;
  }
}

function pathIn(dataDir: string): string {
  return join(dataDir, "ctl.json");
}
