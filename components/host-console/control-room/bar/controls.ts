import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Control, Moment } from "./control.ts";
import { leadsToStandings, nextStep, type Step } from "./next-step.ts";

/**
 * Everything the control room offers: the big button, and what stands beside it. docs/KEYS.md is this, in every instant
 * of every phase.
 */
export function controlsOf(view: View, moment: Moment): { step: Step | null; beside: Control[] } {
  const { phase, locked } = view;
  const step = nextStep(view, moment);
  if (!step) return { step: null, beside: [] };
  const timed = runningPhase(phase);
  const running = "index" in timed;
  const inQuestion = timed.name === "question";
  const paused = phase.name === "paused";
  const beside: (Control | false)[] = [
    running && {
      label: paused ? "Resume" : "Pause",
      command: { command: paused ? "resume" : "pause" },
      keys: ["p"],
    },
    inQuestion && { label: "+10 s", command: { command: "addTime", ms: 10_000 }, keys: ["t"] },
    inQuestion && { label: "+30 s", command: { command: "addTime", ms: 30_000 }, keys: [] },
    inQuestion && { label: "Skip", command: { command: "skip" }, keys: [], asks: "skip" },
    // Without standings in between, the big button leads there.
    timed.name === "reveal" &&
      (paused || leadsToStandings(view)) && {
        label:
          timed.index + 1 < view.questions
            ? "To next question"
            : view.settings.mode === "survey"
              ? "To the end"
              : "To the podium",
        command: { command: "skip" },
        keys: [],
      },
    timed.name !== "podium" && {
      label: locked ? "Unlock" : "Lock",
      command: { command: locked ? "unlock" : "lock" },
      keys: ["l"],
    },
    timed.name === "podium" &&
      moment.told && {
        label: view.stage.show === "race" ? "Hide the race" : "Show the race",
        command: { command: "setStage", show: view.stage.show === "race" ? null : "race" },
        keys: [],
      },
    phase.name !== "podium" && {
      label: phase.name === "lobby" ? "Cancel this session" : "Finish",
      command: { command: "finish" },
      keys: [],
      asks: "finish",
    },
  ];
  return { step, beside: beside.filter((each) => each !== false) };
}
