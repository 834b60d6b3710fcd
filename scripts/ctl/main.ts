import { type Asked, readAsked, USAGE } from "./asked.ts";
import { backup } from "./backup.ts";
import { drain } from "./drain.ts";
import { key } from "./key.ts";
import { restore } from "./restore.ts";
import { sessions } from "./sessions.ts";
import { status } from "./status.ts";

const COMMANDS: Record<string, (asked: Asked) => Promise<void>> = {
  status,
  sessions,
  drain,
  backup,
  restore,
  key,
};

try {
  const asked = readAsked();
  const command = COMMANDS[asked.command];
  if (asked.help || !command) {
    console.log(USAGE);
    process.exitCode = asked.help ? 0 : 2;
  } else await command(asked);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

/** Sentences for the operator as they are; anything else is ours to mend, with its stack. */
function sentenceOf(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const said = ["ctl", "bad_backup", "restore_refused", "backup_refused", "bad_config"];
  if (said.includes(code ?? "")) return message;
  if (code === "ENOSPC") return "The disk is full. What was written so far is removed.";
  if (/DATA_DIR|cannot be used:|could not be opened/.test(message)) return message;
  if (code === "ECONNREFUSED" || code === "CONNECT_TIMEOUT" || code === "ENOTFOUND")
    return `The database cannot be reached (${code}).`;
  return stack ?? String(error);
}
