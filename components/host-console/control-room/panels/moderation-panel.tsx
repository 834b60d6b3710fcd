"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import type { Verdict } from "#lib/quiz/kind.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import type { Commands } from "../use-commands.ts";

type ModerationPanelProps = {
  questionIndex: number;
  bars: readonly Bar[];
  commands: Commands;
  /** The room sees this screen: then not what waits, or was hidden. */
  sharing: boolean;
};

/**
 * What players wrote, and what of it the room may see. Y shows and H hides the first that waits, so that a hand on the
 * keyboard keeps up with a room. A press counts here at once; the server's word follows with the next count.
 */
export function ModerationPanel({ questionIndex, bars, commands, sharing }: ModerationPanelProps) {
  const [pressed, setPressed] = useState<Readonly<Record<string, Verdict>>>({});
  const stateOf = ({ entry = "", state }: Bar) =>
    pressed[entry] === undefined ? state : pressed[entry] === "show" ? "shown" : "hidden";
  const waiting = bars.filter((bar) => stateOf(bar) === "waiting");
  const shown = bars.filter((bar) => stateOf(bar) === "shown");
  const hidden = bars.filter((bar) => stateOf(bar) === "hidden");

  async function judge(entries: readonly Bar[], verdict: Verdict) {
    const keys = entries.slice(0, 100).flatMap(({ entry }) => entry ?? []);
    if (keys.length === 0) return;
    const mine = (of: Verdict) => Object.fromEntries(keys.map((key) => [key, of]));
    setPressed((before) => ({ ...before, ...mine(verdict) }));
    const done = await commands.send({ command: "moderate", questionIndex, entries: keys, verdict });
    if (!done)
      setPressed((before) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key))),
      );
  }
  const first = sharing ? [] : waiting.slice(0, 1);
  useShortcuts({ y: () => void judge(first, "show"), h: () => void judge(first, "hide") });

  return (
    <div className="grid gap-5">
      <section aria-label="Waiting for you" className="grid gap-2.5">
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-3">
          <h3 className="font-semibold">
            <span className="numerals">{waiting.length}</span> waiting for you
          </h3>
          {waiting.length > 0 && !sharing && (
            <Button size="md" variant="secondary" onClick={() => void judge(waiting, "show")}>
              Show all
            </Button>
          )}
        </div>
        {sharing && (
          <p className="text-ink-muted text-sm leading-snug">
            Not listed while you share this screen. Open the control room on your phone to show and hide them.
          </p>
        )}
        <ul className="grid max-h-80 gap-1.5 overflow-y-auto empty:hidden">
          {(sharing ? [] : waiting).map((bar, place) => (
            <Row key={bar.entry} bar={bar}>
              <Button size="md" variant="secondary" onClick={() => void judge([bar], "show")}>
                Show <span className="sr-only">{bar.label}</span>
                {place === 0 && <Kbd className="pointer-coarse:hidden">Y</Kbd>}
              </Button>
              <Button size="md" variant="ghost" onClick={() => void judge([bar], "hide")}>
                Hide <span className="sr-only">{bar.label}</span>
                {place === 0 && <Kbd className="pointer-coarse:hidden">H</Kbd>}
              </Button>
            </Row>
          ))}
        </ul>
      </section>
      <Judged title="On the big screen" bars={shown}>
        {(bar) => (
          <HintButton size="sm" aria-label={`Hide ${bar.label}`} onClick={() => void judge([bar], "hide")}>
            <EyeOff aria-hidden="true" />
          </HintButton>
        )}
      </Judged>
      <Judged title="Hidden" bars={sharing ? [] : hidden}>
        {(bar) => (
          <HintButton size="sm" aria-label={`Show ${bar.label}`} onClick={() => void judge([bar], "show")}>
            <Eye aria-hidden="true" />
          </HintButton>
        )}
      </Judged>
    </div>
  );
}

function Row({ bar, children }: { bar: Bar; children: React.ReactNode }) {
  return (
    <li className="flex min-h-12 items-center gap-2 rounded-md bg-surface-sunken px-3 py-1">
      <bdi className="min-w-0 flex-1 break-words font-medium">{bar.label}</bdi>
      {bar.count > 1 && <span className="numerals text-ink-muted text-sm">{`${bar.count}×`}</span>}
      {children}
    </li>
  );
}

type JudgedProps = { title: string; bars: readonly Bar[]; children: (bar: Bar) => React.ReactNode };

function Judged({ title, bars, children }: JudgedProps) {
  if (bars.length === 0) return null;
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="font-semibold text-ink-muted text-sm">
        <span>{title}</span> (<span className="numerals">{bars.length}</span>)
      </h3>
      <ul className="flex flex-wrap gap-2">
        {bars.map((bar) => (
          <li
            key={bar.entry}
            className="flex items-center gap-1.5 rounded-full bg-surface-sunken ps-3.5 pe-1"
          >
            <bdi className="break-words font-medium">{bar.label}</bdi>
            {bar.count > 1 && <span className="numerals text-ink-muted text-sm">{`${bar.count}×`}</span>}
            {children(bar)}
          </li>
        ))}
      </ul>
    </section>
  );
}
