import { expect, test } from "vitest";
import { onStage } from "#components/host-console/control-room/sharing/shown-on-stage.ts";
import { countdownAt } from "#lib/client/time/countdown.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import { instants, ofThree } from "./keys-instants.ts";

/** p: the question’s words, o: its options, k: key and bars, r: ranks, a: what comes next. */
const SHOWN: Record<string, string> = {
  lobby: "",
  "3-2-1": "",
  reading: "p",
  open: "po",
  "time is up": "po",
  "others have more time": "po",
  counting: "pok",
  reveal: "pok",
  "reveal of a poll": "pok",
  "reveal of a last poll": "pok",
  "reveal in a survey": "pok",
  "last reveal of a survey": "pok",
  standings: "pokr",
  "last standings": "pokr",
  slide: "pok",
  "paused in the 3-2-1": "",
  "paused while reading": "p",
  "paused while open": "po",
  "paused while counting": "pok",
  "paused at the reveal": "pok",
  "paused at the reveal of a poll": "pok",
  "paused at the last reveal of a survey": "pok",
  "paused at the standings": "pokr",
  "paused at a slide": "pok",
  "podium, being told": "pok",
  "podium, told": "pokr",
  ended: "pokra",
};

test("[SHOW7] a shared control room shows in each instant what the big screen has shown", () => {
  const facts = { players: 2, answered: 0, socketAnswersAbove: 300, joinOrigin: "" };
  const letters = Object.entries(instants(ofThree())).map(([name, { session, nowMs }]) => {
    const { phase } = viewOf(session, { ...facts, nowMs });
    const told = name !== "podium, being told";
    const shown = onStage(phase, { stage: countdownAt(phase, nowMs).stage, told });
    return [
      name,
      Object.entries(shown)
        .map(([part, seen]) => (seen ? part.charAt(0) : ""))
        .join(""),
    ];
  });
  expect(Object.fromEntries(letters)).toEqual(SHOWN);
});
