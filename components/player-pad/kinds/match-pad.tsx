"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useState } from "react";
import { useWords } from "#components/rich-text/plain-text.ts";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { buzz } from "../haptics.ts";
import { useGameAround } from "./game-around.ts";
import { type AnswerPadProps, givenResponse, isHidden, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { useDraft } from "./use-draft.ts";
import { useOptionKeys } from "./use-option-keys.ts";

const NOWHERE = -1;
/** A pointer that moves less still taps. */
const DRAG_PX = 8;

/**
 * An item, then its group: the next item that has none is up at once, so a row of taps is enough. Groups can also be
 * dragged onto an item, and digits pick them.
 */
export function MatchPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const words = useWords();
  const t = useTranslations("player.match");
  const { live } = useGameAround();
  const items = question.options;
  const groups = question.groups ?? [];
  const [draft, setDraft] = useDraft<readonly number[]>(
    question.index,
    items.map(() => NOWHERE),
  );
  const [picked, setPicked] = useState(0);
  const [said, setSaid] = useState("");
  const open = mayAnswer({ countdown, answer });
  const hidden = isHidden(countdown);
  const given = givenResponse(answer);
  const match = given && "match" in given ? given.match : draft;
  const missing = draft.filter((group) => group === NOWHERE).length;

  const put = (item: number, group: number) => {
    if (!open || !items[item] || !groups[group]) return;
    buzz("press");
    const next = draft.with(item, group);
    const up = nextItem(next, item);
    setDraft(next);
    setPicked(up);
    const named = { item: words(items[item].text), group: words(groups[group].text) };
    setSaid(
      next[up] === NOWHERE ? t("next", { ...named, next: words(items[up]?.text ?? "") }) : t("all", named),
    );
  };
  useOptionKeys(groups.length, open, (group) => put(picked, group));
  const drag = useGroupDrag(open, put);

  return (
    <div className="grid gap-4">
      <ul aria-label={t("items")} className="grid gap-2">
        {items.map((item, index) => {
          const group = groups[match[index] ?? NOWHERE];
          const current = open && picked === index;
          return (
            <li key={index} className="grid">
              <button
                type="button"
                data-item={index}
                ref={current && live ? keepInView : undefined}
                aria-pressed={current}
                aria-disabled={!open || undefined}
                onClick={() => open && setPicked(index)}
                className={classNames(
                  "grid min-h-13 min-w-0 scroll-mt-24 scroll-mb-52 grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-3 rounded-xl bg-surface-raised py-1.5 ps-4 pe-1.5 text-start font-semibold leading-snug",
                  current || drag.over === index
                    ? "ring-3 ring-accent ring-inset"
                    : "ring-1 ring-line ring-inset",
                )}
              >
                <span className={classNames("min-w-0 break-words", hidden && "invisible")}>
                  <Written text={item.text} />
                </span>
                <span
                  className={classNames(
                    "grid min-h-10 min-w-0 items-center break-words rounded-lg px-3 py-1.5",
                    group
                      ? "animate-pop bg-accent-soft text-ink"
                      : "border-2 border-ink/25 border-dashed text-ink-muted text-sm",
                  )}
                >
                  {group ? (
                    <Written text={group.text} />
                  ) : current ? (
                    t("choose")
                  ) : (
                    <span className="sr-only">{t("none")}</span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {answer.state !== "saved" && (
        <fieldset
          aria-label={items[picked] ? t("where", { item: words(items[picked].text) }) : t("groups")}
          className={classNames(
            "m-0 flex min-w-0 flex-wrap gap-2.5 border-0 p-0",
            hidden && "invisible",
            // Long lists scroll beneath the groups, which stay at the thumb.
            missing > 0 &&
              "sticky bottom-0 z-10 bg-linear-to-t from-85% from-background to-transparent pt-4 pb-3 side:static",
          )}
        >
          {groups.map((group, index) => (
            <button
              key={index}
              type="button"
              aria-disabled={!open || undefined}
              onClick={() => put(picked, index)}
              {...drag.handlers(index)}
              className={classNames(
                "pressable flex min-h-13 min-w-0 max-w-full touch-none items-center gap-2 rounded-xl bg-primary px-4 py-2 font-semibold text-on-primary leading-snug [--edge:var(--primary-edge)] [--press:3px]",
                !open && "opacity-50",
              )}
            >
              <Written text={group.text} className="min-w-0 break-words" />
              {open && live && <Kbd className="pointer-coarse:hidden">{index + 1}</Kbd>}
            </button>
          ))}
        </fieldset>
      )}
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={missing === 0}
        standing={missing === 0 ? { match: [...draft] } : null}
        onSend={() => submit({ match: [...draft] })}
      >
        {missing === 0 ? t("send") : t("toGo", { missing })}
      </SendButton>
      {drag.ghost !== null && (
        <span
          aria-hidden="true"
          className="pointer-events-none fixed z-50 -translate-1/2 rounded-xl bg-primary px-4 py-2 font-semibold text-on-primary opacity-90 shadow-float"
          style={{ left: drag.ghost.x, top: drag.ghost.y }}
        >
          <Written text={groups[drag.ghost.group]?.text} />
        </span>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

/** The item that is up is seen, above the groups. */
function keepInView(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: "nearest" });
}

/** The next item without a group, from here on and around; this one if none is left. */
function nextItem(match: readonly number[], from: number): number {
  const order = match.map((_, step) => (from + 1 + step) % match.length);
  return order.find((item) => match[item] === NOWHERE) ?? from;
}

interface Ghost {
  group: number;
  x: number;
  y: number;
}

/** Dragging a group onto an item; a pointer that hardly moves is a tap and none of its business. */
function useGroupDrag(open: boolean, put: (item: number, group: number) => void) {
  const [start, setStart] = useState<Ghost | null>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const over = ghost ? itemAt(ghost.x, ghost.y) : null;

  const handlers = (group: number) => ({
    onPointerDown({ clientX, clientY, currentTarget, pointerId }: PointerEvent<HTMLElement>) {
      if (!open) return;
      currentTarget.setPointerCapture(pointerId);
      setStart({ group, x: clientX, y: clientY });
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (!start) return;
      if (ghost || Math.hypot(clientX - start.x, clientY - start.y) > DRAG_PX)
        setGhost({ group, x: clientX, y: clientY });
    },
    onPointerUp() {
      if (over !== null) put(over, group);
      setStart(null);
      setGhost(null);
    },
    onPointerCancel() {
      setStart(null);
      setGhost(null);
    },
    // Where a drag ends, browsers click what it began on.
    onClickCapture(event: { stopPropagation(): void }) {
      if (ghost) event.stopPropagation();
    },
  });
  return { ghost, over, handlers };
}

function itemAt(x: number, y: number): number | null {
  const item = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-item]")?.dataset.item;
  return item === undefined ? null : Number(item);
}
