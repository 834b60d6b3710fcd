import { type Config, readConfig } from "./config.ts";

/** The configuration of this process. Called once, by server.ts. */
export function loadConfig(): Config {
  return readConfig(process.env);
}
