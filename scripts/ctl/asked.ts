import { type ParseArgsConfig, parseArgs } from "node:util";
import { CtlTrouble } from "./trouble.ts";

export const USAGE = `Usage: npm run ctl -- COMMAND

  status                      every server, what does not work and since when
  sessions                    every session that is open
  sessions end ID             end one, for everybody
  drain NODE [--undo]         send everybody on a server to the others, before it is stopped
        [--force] [--no-wait]
  backup [FILE]               everything in one file, while the game goes on
  restore FILE [--replace]    into an empty database or data folder; the servers stopped
  key [NAME] [--scope SCOPE]  a new API key of the owner; scopes: read, host, admin

  --url URL   a server's address; without it, the one on this machine
  --key KEY   an API key with the scope "admin"; without it OWNER_API_KEY, or the running embedded server's own
  --json      as JSON

It reads the server's own environment: DATABASE_URL, DATA_DIR, REDIS_URL, PORT, OWNER_API_KEY.`;

const OPTIONS = {
  url: { type: "string" },
  key: { type: "string" },
  json: { type: "boolean" },
  undo: { type: "boolean" },
  force: { type: "boolean" },
  "no-wait": { type: "boolean" },
  replace: { type: "boolean" },
  scope: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

export type Asked = ReturnType<typeof readAsked>;

/** What stands on the command line. */
export function readAsked() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [command = "", ...rest] = positionals;
    return { ...values, command, rest };
  } catch (error) {
    throw new CtlTrouble(`${(error as Error).message}\n\n${USAGE}`);
  }
}
