"use client";

import { REVEAL_CHOICES, REVEAL_HINTS } from "#components/start-session/reveal-words.ts";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Commands } from "../use-commands.ts";

/** When players learn how they did, from the next question on. Under an open question it does not move. */
export function RevealSwitch({ view, commands }: { view: View; commands: Commands }) {
  const timed = runningPhase(view.phase);
  if (timed.name === "podium" || timed.name === "ended" || view.settings.mode === "survey") return null;
  const running = timed.name === "question" || (timed.name === "reveal" && !timed.settled);
  const { reveal, changeAnswers } = view.settings;
  return (
    <div className="grid max-w-xl gap-1.5">
      <RadioCards
        legend="Players see their result"
        name="reveal-switch"
        look="segmented"
        value={reveal}
        onChange={(chosen) => void commands.send({ command: "setReveal", reveal: chosen })}
        choices={REVEAL_CHOICES.map((choice) => ({ ...choice, disabled: running || changeAnswers }))}
      />
      <p className="text-ink-muted text-sm leading-snug">
        {changeAnswers
          ? "Always at the reveal in this session, since players may change their answers until then."
          : running
            ? "Can be changed between questions."
            : REVEAL_HINTS[reveal]}
      </p>
    </div>
  );
}
