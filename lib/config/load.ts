import { readFileSync } from "node:fs";
import { BadConfig, type Config, readConfig } from "./config.ts";
import { SECRET_NAMES } from "./variables.ts";

type Environment = Record<string, string | undefined>;

/** The configuration of this process. Called once, by server.ts. */
export function loadConfig(): Config {
  return readConfig(withSecretsFromFiles(process.env));
}

/**
 * Containers mount secrets as files: `AUTH_SECRET_FILE=/run/secrets/auth` stands for AUTH_SECRET with that file's text,
 * and so for every secret. Throws a `BadConfig` that names each file that does not serve.
 */
export function withSecretsFromFiles(env: Environment): Environment {
  const read: Environment = {};
  const problems = SECRET_NAMES.flatMap((name) => {
    const path = env[`${name}_FILE`]?.trim();
    if (!path) return [];
    if (env[name]?.trim()) return [`${name} and ${name}_FILE are both set; keep one.`];
    try {
      read[name] = readFileSync(path, "utf8").trim();
    } catch (error) {
      return [`${name}_FILE names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`];
    }
    return read[name] ? [] : [`${name}_FILE names ${path}, which is empty.`];
  });
  if (problems.length > 0) throw new BadConfig(problems.join("\n"));
  return { ...env, ...read };
}
