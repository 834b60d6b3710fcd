import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Control } from "#components/host-console/control-room/bar/control.ts";
import { controlsOf } from "#components/host-console/control-room/bar/controls.ts";
import { ROOM_KEYS } from "#components/host-console/control-room/keys/key-bindings.ts";
import { SCREEN_KEYS, type ScreenAction } from "#components/presenter/keys/screen-keys.ts";
import { countdownAt, isOpened } from "#lib/client/time/countdown.ts";
import { type Command, type HostCommand, hostCommandSchema } from "#lib/session/phases/command.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import { effectOf, type Instant, instants, ofThree } from "./keys-instants.ts";

/** docs/KEYS.md is the truth; these tests are made of it. */
const DOC = readFileSync(join(import.meta.dirname, "../../../docs/KEYS.md"), "utf8");
const [BY_COMMAND, BY_KEY] = tablesOf(DOC).filter(([head]) => head?.[0] === "instant");
const [KEYS] = tablesOf(DOC).filter(([head]) => head?.[0] === "key");
const INSTANTS = instants(ofThree());

test("[SE14] the tables know every instant and every command", () => {
  const names = Object.keys(INSTANTS);
  expect(rowsOf(BY_COMMAND).map(({ name }) => name)).toEqual(names);
  expect(rowsOf(BY_KEY).map(({ name }) => name)).toEqual(names);
  const commands = hostCommandSchema.options.map(({ shape }) => shape.command.value);
  const notAboutThePhase = ["joinAt", "setStage", "moderate", "renameTeam", "movePlayer", "kick", "restore"];
  expect(BY_COMMAND?.[0]?.slice(1)).toEqual(commands.filter((each) => !notAboutThePhase.includes(each)));
});

describe("[SE14] every command in every instant", () => {
  for (const { name, cells } of rowsOf(BY_COMMAND))
    test.each(Object.entries(cells))(`${name}: %s → %s`, (command, effect) => {
      expect(effectOf(instant(name), commandOf(command))).toBe(effect);
    });
});

describe("[SE14] every key and button of the control room in every instant", () => {
  for (const { name, cells } of rowsOf(BY_KEY)) {
    const { Space, "→": arrow, "big button": big, beside, ...letters } = cells;
    const { step, beside: others } = offered(name);
    const pressedBy = (key: string): Control | undefined =>
      [...(step ? [step] : []), ...others].find(({ keys }) => keys.includes(key));

    test(`${name}: the buttons`, () => {
      expect(step?.label ?? "–").toBe(big);
      expect(others.map(({ label }) => label).join(", ") || "–").toBe(beside);
    });
    test.each([
      [" ", Space],
      ...["arrowright", "pagedown", "enter"].map((key) => [key, arrow]),
      ...Object.entries(letters),
    ] as [string, string][])(`${name}: “%s” → %s`, (key, label) => {
      expect(pressedBy(key.toLowerCase())?.label ?? "–").toBe(label);
    });
    test(`${name}: nothing is offered that would be refused`, () => {
      for (const { command } of [...(step ? [step] : []), ...others])
        expect([command.command, effectOf(instant(name), command as Command)]).not.toContain("–");
    });
  }
});

test("[SE13] no key and no button reveals a question that has not opened", () => {
  for (const name of ["3-2-1", "reading", "paused in the 3-2-1", "paused while reading"]) {
    const { step, beside } = offered(name);
    for (const { command } of [...(step ? [step] : []), ...beside])
      expect([name, command.command, effectOf(instant(name), command as Command)]).not.toContain("reveal");
  }
});

describe("[SE17] a key means one thing, in the control room and on the big screen", () => {
  const rows = rowsOf(KEYS).map(({ name, cells }) => ({ key: name, ...cells }) as Record<string, string>);
  const where = (place: string) =>
    Object.fromEntries(rows.filter((row) => row[place] === "yes").map(({ key, does }) => [key, does]));

  test("each stands in one row", () => {
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
  test("any big screen shows and hides", () => {
    const own = { ...Object.fromEntries(SCREEN_KEYS.map(({ key, action }) => [key, ACTIONS[action]])) };
    expect(where("any big screen")).toEqual({ ...own, S: "saves the race, while it is up" });
  });
  test("the host’s own has the steps besides", () => {
    const steps: Record<string, Set<string>> = {};
    for (const name of Object.keys(INSTANTS)) {
      const { step, beside } = offered(name);
      for (const control of [...(step ? [step] : []), ...beside])
        for (const key of control.keys) {
          const name = NAMES[key] ?? key.toUpperCase();
          steps[name] = (steps[name] ?? new Set()).add(NAMES[key] ? "the next step" : control.label);
        }
    }
    const named = Object.fromEntries(Object.entries(steps).map(([key, does]) => [key, [...does].join(", ")]));
    // Unlocking needs a locked room, which no instant of the tables is.
    expect(where("big screen of its host")).toEqual({
      ...where("any big screen"),
      ...named,
      L: `${named.L}, Unlock`,
    });
  });
  test("the control room lists its own", () => {
    const listed = ROOM_KEYS.flatMap(({ keys }) => keys);
    expect(listed.sort()).toEqual(Object.keys(where("control room")).sort());
  });
});

const NAMES: Record<string, string> = {
  " ": "Space",
  arrowright: "→",
  pagedown: "PageDown",
  enter: "Enter",
};

const ACTIONS: Record<ScreenAction, string> = {
  code: "how to join",
  answers: "how the room answered",
  correct: "the right answer",
  rankings: "the standings",
  race: "the race",
  sound: "sound on or off",
  lights: "dark or light",
  fullScreen: "full screen",
  volumes: "volumes",
  keys: "these keys",
  back: "takes away what lies over the scene",
};

function instant(name: string): Instant {
  const found = INSTANTS[name];
  if (!found) throw new Error(`docs/KEYS.md has an instant “${name}” that these tests do not know`);
  return found;
}

function offered(name: string) {
  const { session, nowMs } = instant(name);
  const view = viewOf(session, { players: 2, answered: 0, socketAnswersAbove: 300, joinOrigin: "", nowMs });
  const told = name !== "podium, being told";
  return controlsOf(view, { opened: isOpened(countdownAt(view.phase, nowMs)), told });
}

function commandOf(command: string): Command {
  const reveal = command === "setReveal" ? { reveal: "suspense" } : {};
  return hostCommandSchema.parse({ command, ...reveal }) as Exclude<
    HostCommand,
    { command: "kick" | "restore" | "movePlayer" }
  >;
}

/** The tables of a Markdown text, cell by cell. */
function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let open = false;
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("|")) open = false;
    else {
      if (!open) tables.push([]);
      open = true;
      if (!/^\|[-| ]+\|$/.test(line))
        tables.at(-1)?.push(
          line
            .slice(1, -1)
            .split("|")
            .map((cell) => cell.trim()),
        );
    }
  }
  return tables;
}

function rowsOf(table: string[][] | undefined): { name: string; cells: Record<string, string> }[] {
  const [head = [], ...rows] = table ?? [];
  return rows.map(([name = "", ...cells]) => ({
    name,
    cells: Object.fromEntries(cells.map((cell, i) => [head[i + 1] ?? "", cell])),
  }));
}
