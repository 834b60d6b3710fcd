"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { mediaUrl, ON_PHONES } from "#components/media/media-url.ts";
import { PinMark } from "#components/pin/pin-mark.tsx";
import { PinPicture, placedAt } from "#components/pin/pin-picture.tsx";
import { MIDDLE, movedByKey, pointIn } from "#components/pin/point-keys.ts";
import type { Point } from "#lib/quiz/response.ts";
import { buzz } from "../haptics.ts";
import { type AnswerPadProps, givenResponse, mayAnswer } from "./pad-parts.ts";
import { percentages } from "./pin-words.ts";
import { SendButton } from "./send-button.tsx";
import { useDraft } from "./use-draft.ts";

/** A tap puts the pin; dragging the pin, under a glass, moves it; arrow keys do both. Enter sends. */
export function PinPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const t = useTranslations("player.pin");
  const [draft, setDraft] = useDraft<Point | null>(question.index, null);
  const [glass, setGlass] = useState<DOMRect | null>(null);
  const surface = useRef<HTMLDivElement>(null);
  const grip = useRef<{ x: number; y: number } | null>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const point = given && "point" in given ? given.point : draft;
  const { media } = question;
  if (!media) return null;

  const send = () => {
    if (!open || !draft) return;
    buzz("press");
    submit({ point: draft });
  };

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    const moved = movedByKey(draft ?? MIDDLE, event);
    if (moved) setDraft(draft ? moved : MIDDLE);
    else if (event.key === "Enter") send();
    else return;
    event.preventDefault();
  }

  const boxOf = () => surface.current?.getBoundingClientRect() ?? new DOMRect();

  /** From now on the pin follows the pointer, at the distance it was gripped. */
  function hold(event: PointerEvent<HTMLElement>, at: Point) {
    if (!open) return;
    const box = boxOf();
    grip.current = {
      x: box.left + at.x * box.width - event.clientX,
      y: box.top + at.y * box.height - event.clientY,
    };
    event.currentTarget.setPointerCapture(event.pointerId);
    setGlass(box);
  }

  function onPointerMove({ clientX, clientY }: PointerEvent) {
    if (!grip.current) return;
    setDraft(pointIn(boxOf(), { clientX: clientX + grip.current.x, clientY: clientY + grip.current.y }));
  }

  function letGo() {
    grip.current = null;
    setGlass(null);
  }

  return (
    <div className="grid gap-1">
      <PinPicture
        media={media}
        pixels={ON_PHONES.question}
        height="52dvh"
        className="rounded-xl ring-1 ring-line"
      >
        <div
          ref={surface}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys work here
          tabIndex={0}
          role="application"
          aria-label={t("picture", { alt: media.alt })}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (!open || event.pointerType !== "mouse" || event.button !== 0) return;
            const at = pointIn(boxOf(), event);
            setDraft(at);
            hold(event, at);
          }}
          onClick={(event) => {
            if (!open || grip.current) return;
            buzz("press");
            setDraft(pointIn(boxOf(), event));
          }}
          onPointerMove={onPointerMove}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          className={`absolute inset-0 overflow-hidden rounded-[inherit] ${open ? "cursor-crosshair" : ""}`}
        >
          {point && (
            <span className="absolute" style={placedAt(point)}>
              <PinMark className="text-option" />
              {open && (
                <span
                  onPointerDown={(event) => {
                    event.stopPropagation();
                    hold(event, point);
                  }}
                  onPointerMove={onPointerMove}
                  onPointerUp={letGo}
                  onPointerCancel={letGo}
                  onClick={(event) => event.stopPropagation()}
                  aria-hidden="true"
                  className="absolute size-16 -translate-x-1/2 -translate-y-[72%] cursor-grab touch-none"
                />
              )}
            </span>
          )}
          {glass && point && <Glass src={mediaUrl(media.id, ON_PHONES.question)} box={glass} point={point} />}
        </div>
      </PinPicture>
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={draft !== null}
        standing={draft && { point: draft }}
        onSend={send}
      >
        {draft ? t("send") : t("tap")}
      </SendButton>
      <span role="status" className="sr-only">
        {point ? t("place", percentages(point)) : ""}
      </span>
    </div>
  );
}

const GLASS_PX = 132;
const ZOOM = 2.6;

/** A magnifier: the place under the finger, in the corner away from it. */
function Glass({ src, box, point }: { src: string; box: DOMRect; point: Point }) {
  const [wide, high] = [box.width * ZOOM, box.height * ZOOM];
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute top-2 rounded-full bg-no-repeat bg-surface shadow-float ring-4 ring-white ${point.x < 0.5 ? "right-2" : "left-2"}`}
      style={{
        width: GLASS_PX,
        height: GLASS_PX,
        backgroundImage: `url(${src})`,
        backgroundSize: `${wide}px ${high}px`,
        backgroundPosition: `${GLASS_PX / 2 - point.x * wide}px ${GLASS_PX / 2 - point.y * high}px`,
      }}
    >
      <span className="-translate-1/2 absolute top-1/2 left-1/2 h-6 w-0.5 bg-danger outline-1 outline-white" />
      <span className="-translate-1/2 absolute top-1/2 left-1/2 h-0.5 w-6 bg-danger outline-1 outline-white" />
    </span>
  );
}
