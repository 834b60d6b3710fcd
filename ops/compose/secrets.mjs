/**
 * The first step of `docker compose up`: makes the secrets that .env does not give, and keeps them in a volume of their
 * own, where the other containers read them as files. Run again, it changes nothing.
 *
 *   node ops/compose/secrets.mjs /secrets
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Readable to the users of the other containers; the volume is only theirs. */
const MODE = 0o444;

/**
 * Writes `postgres-password`, `database-url` and `auth-secret` into the folder. Throws with one sentence where .env
 * says something else than what the database was made with.
 * @param {Record<string, string | undefined>} env
 * @param {string} folder
 */
export function keepSecrets(env, folder) {
  const password = kept(join(folder, "postgres-password"), {
    name: "POSTGRES_PASSWORD",
    given: env.POSTGRES_PASSWORD,
    mend: "Set the old one again; or change it in Postgres first (ALTER USER ovation PASSWORD '…'), then remove the volume with the secrets.",
  });
  kept(join(folder, "auth-secret"), {
    name: "AUTH_SECRET",
    given: env.AUTH_SECRET,
    mend: "Set the old one again; or remove the volume with the secrets, and everybody joins and signs in anew.",
  });
  const url =
    env.DATABASE_URL?.trim() || `postgres://ovation:${encodeURIComponent(password)}@postgres:5432/ovation`;
  write(join(folder, "database-url"), url);
}

export function kept(path, { name, given, mend }) {
  const before = existsSync(path) ? readFileSync(path, "utf8").trim() : null;
  const wanted = given?.trim() || null;
  if (before !== null && wanted !== null && before !== wanted)
    throw new Error(`${name} in .env is not the one this installation was made with. ${mend}`);
  if (before !== null) return before;
  const made = wanted ?? randomBytes(32).toString("base64url");
  write(path, made);
  return made;
}

export function write(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === `${text}\n`) return;
  writeFileSync(`${path}.new`, `${text}\n`, { mode: MODE });
  renameSync(`${path}.new`, path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    keepSecrets(process.env, process.argv[2] ?? "/secrets");
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
