import { readFileSync } from "node:fs";
import type { RedisClient } from "./client.ts";

/** A Lua file as a function. Sent by its hash, and in full to a server that does not know it. */
export type Script = (keys: readonly string[], args?: readonly (string | number)[]) => Promise<unknown>;

export type ScriptName = (typeof SCRIPT_NAMES)[number];

const SCRIPT_NAMES = [
  "board_put",
  "board_fill",
  "board_remove",
  "board_top",
  "board_all",
  "board_find",
  "board_places",
  "board_stand",
  "board_sample",
  "board_start_rebuild",
  "board_mark_complete",
  "board_is_complete",
  "range_record",
  "range_strike",
  "range_settle",
  "range_enter",
  "range_leave",
  "range_find",
  "range_empty",
  "range_is_complete",
  "presence_write",
  "presence_renew",
  "presence_bury",
  "presence_count",
] as const;

/** The scripts of scripts/, ready to call on this client. Reads their files: call it at start. */
export function redisScripts(redis: RedisClient): Record<ScriptName, Script> {
  const scripts = SCRIPT_NAMES.map((name) => {
    const lua = readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), "utf8");
    redis.defineCommand(name, { lua });
    const command = (redis as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]!;
    const script: Script = (keys, args = []) => command.call(redis, keys.length, ...keys, ...args);
    return [name, script] as const;
  });
  return Object.fromEntries(scripts) as Record<ScriptName, Script>;
}
