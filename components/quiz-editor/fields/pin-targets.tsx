"use client";

import { Plus, X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { PinPicture, placedAt } from "#components/pin/pin-picture.tsx";
import { MIDDLE, movedByKey, pointIn } from "#components/pin/point-keys.ts";
import { Button } from "#components/ui/buttons/button.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { publicMedia } from "#lib/quiz/media/public-media.ts";
import { useProblem } from "../field-problems.tsx";

type PinQuestion = DraftOf<"pin">;
type PinTargetsProps = { question: PinQuestion; onChange: (question: PinQuestion) => void };

const FIRST_RADIUS = 0.06;
/** The range of the slider, in hundredths of the width. */
const WIDEST = 30;

/** The right places on the picture: put by a click, moved by dragging or the arrow keys, sized by a slider. */
export function PinTargets({ question, onChange }: PinTargetsProps) {
  const { targets } = question;
  const [current, setCurrent] = useState(0);
  const surface = useRef<HTMLDivElement>(null);
  const holding = useRef<number | null>(null);
  const problem = useProblem("targets");
  const media = publicMedia(question.media);
  if (media?.type !== "image") return null;

  const write = (place: number, change: Partial<PinQuestion["targets"][number]>) =>
    onChange({
      ...question,
      targets: targets.map((each, i) => (i === place ? { ...each, ...change } : each)),
    });
  const add = (point = MIDDLE) => {
    onChange({
      ...question,
      targets: [...targets, { ...point, radius: targets.at(-1)?.radius ?? FIRST_RADIUS }],
    });
    setCurrent(targets.length);
  };
  const boxOf = () => surface.current?.getBoundingClientRect() ?? new DOMRect();

  function onKeyDown(event: KeyboardEvent, place: number) {
    const target = targets[place];
    const moved = target && movedByKey(target, event);
    if (!moved) return;
    event.preventDefault();
    write(place, moved);
  }

  function onPointerMove(event: PointerEvent) {
    if (holding.current !== null) write(holding.current, pointIn(boxOf(), event));
  }

  return (
    <section aria-label="The right place" data-path="targets" className="grid gap-3">
      <p className="font-semibold text-sm">The right place</p>
      <p className="-mt-2 text-ink-muted text-sm">
        Click where the pin belongs; drag the circle or use the arrow keys to move it.
      </p>
      <PinPicture media={media} height="60dvh" className="overflow-hidden rounded-lg ring-1 ring-line">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the button below adds a place by keyboard */}
        <div
          ref={surface}
          onClick={(event) => {
            if (event.target !== event.currentTarget) return;
            const point = pointIn(boxOf(), event);
            if (targets.length === 0) add(point);
            else write(Math.min(current, targets.length - 1), point);
          }}
          className="absolute inset-0 cursor-crosshair"
        >
          {targets.map((target, place) => (
            <button
              key={place}
              type="button"
              aria-label={`Place ${place + 1}: ${Math.round(target.x * 100)}% from the left, ${Math.round(target.y * 100)}% from the top. Arrow keys move it.`}
              onFocus={() => setCurrent(place)}
              onKeyDown={(event) => onKeyDown(event, place)}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                holding.current = place;
                setCurrent(place);
              }}
              onPointerMove={onPointerMove}
              onPointerUp={() => {
                holding.current = null;
              }}
              className={classNames(
                "absolute grid aspect-square -translate-1/2 cursor-grab touch-none place-items-center rounded-full border-3 border-success outline-2 outline-white",
                place === current ? "bg-success/35" : "bg-success/15",
              )}
              style={{ ...placedAt(target), width: `${target.radius * 200}%` }}
            >
              <span aria-hidden="true" className="size-2 rounded-full bg-success ring-2 ring-white" />
            </button>
          ))}
        </div>
      </PinPicture>
      <ul className="grid gap-2">
        {targets.map((target, place) => (
          <li key={place} className="flex items-center gap-3">
            <label className="flex min-w-0 flex-1 items-center gap-3 text-sm">
              <span className="shrink-0 font-medium">
                {targets.length > 1 ? `Size of place ${place + 1}` : "Size of the circle"}
              </span>
              <input
                type="range"
                min={1}
                max={WIDEST}
                step={0.5}
                value={target.radius * 100}
                onChange={(event) => write(place, { radius: Number(event.target.value) / 100 })}
                className="min-h-11 min-w-0 flex-1 accent-(--primary)"
              />
            </label>
            <HintButton
              aria-label={`Remove place ${place + 1}`}
              onClick={() => onChange({ ...question, targets: targets.toSpliced(place, 1) })}
            >
              <X aria-hidden="true" />
            </HintButton>
          </li>
        ))}
      </ul>
      <ProblemLine>{problem}</ProblemLine>
      {targets.length < LIMITS.targets.max && (
        <Button variant="ghost" className="justify-self-start" onClick={() => add()}>
          <Plus aria-hidden="true" className="size-5" />
          <span>{targets.length === 0 ? "Put a circle in the middle" : "Add another right place"}</span>
        </Button>
      )}
    </section>
  );
}
