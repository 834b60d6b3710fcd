/**
 * Rehearsal players: `npm run bots -- --pin 123456 --count 50`. They join by REST, play over the live socket as phones do,
 * and leave at the podium.
 */
import { parseArgs } from "node:util";
import { BotTrouble } from "./bots/rest.ts";
import { type BotProgress, runBots } from "./bots/run-bots.ts";

const USAGE = `Usage: npm run bots -- --pin 123456 [--count 50] [--url http://localhost:3000] [--seed 1] [--skill 0.7]
                    [--door socket|rest] [--leave-open]
  --skill       how often the bots agree with each other, 0 to 1
  --door        how they send answers
  --leave-open  stay through the podium until the session has ended`;

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

try {
  const report = await runBots({ ...readOptions(), signal: stop.signal, onProgress: show });
  show(report);
  const away = report.bots.filter((bot) => bot.sentAway !== null);
  console.log(process.stdout.isTTY ? "" : line(report));
  for (const bot of away.slice(0, 5)) console.log(`${bot.name} was sent away: ${bot.sentAway}`);
} catch (error) {
  if (!(error instanceof BotTrouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readOptions() {
  const number = (name: string, given: string | undefined, from: number, to: number) => {
    const value = Number(given);
    if (Number.isFinite(value) && value >= from && value <= to) return value;
    throw new BotTrouble(`--${name} must be a number from ${from} to ${to}; it is “${given}”.\n${USAGE}`);
  };
  const values = parsed();
  const { pin = "", url = "http://localhost:3000", door = "socket" } = values;
  if (!/^\d{6}$/.test(pin))
    throw new BotTrouble(`--pin must be the six digits of a running session.\n${USAGE}`);
  if (!URL.canParse(url))
    throw new BotTrouble(`--url must be an address such as http://localhost:3000; it is “${url}”.`);
  if (door !== "socket" && door !== "rest")
    throw new BotTrouble(`--door is socket or rest; it is “${door}”.`);
  return {
    pin,
    url,
    door: door as "socket" | "rest",
    count: Math.floor(number("count", values.count ?? "50", 1, 5_000)),
    seed: number("seed", values.seed ?? "1", 0, 2 ** 31),
    skill: number("skill", values.skill ?? "0.7", 0, 1),
    leaveOpen: values["leave-open"] ?? false,
  };
}

function parsed() {
  const string = { type: "string" } as const;
  const options = {
    pin: string,
    count: string,
    url: string,
    seed: string,
    skill: string,
    door: string,
    "leave-open": { type: "boolean" },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    throw new BotTrouble(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function show(progress: BotProgress): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line(progress)}`);
}

function line({ joined, connected, answered, refused, phase }: BotProgress): string {
  return `${joined} joined · ${connected} connected · ${answered} answers saved · ${refused} refused · ${phase}`;
}
