"use client";

import { Accessibility } from "@dnd-kit/dom";
import { DragDropProvider, type DragEndEvent } from "@dnd-kit/react";
import { isSortable } from "@dnd-kit/react/sortable";
import { Plus } from "lucide-react";
import { type ComponentProps, type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { Draft, DraftChange } from "../draft.ts";
import { placeOf } from "../draft.ts";
import { MOVE_ANNOUNCEMENTS, MOVE_INSTRUCTIONS } from "./move-words.ts";
import { QuestionListItem } from "./question-list-item.tsx";

type QuestionListProps = {
  draft: Draft;
  /** Keys of the questions that have problems. */
  unfinished: ReadonlySet<string>;
  /** Keys of those that two windows changed. */
  contested: ReadonlySet<string>;
  /** Keys of the picked ones; null while nothing is to be picked. */
  picked: ReadonlySet<string> | null;
  onPick: (key: string) => void;
  /** The actions on the picked ones. */
  selectionBar: ReactNode;
  onChange: (change: DraftChange) => void;
  onRemove: (key: string) => void;
  onAdd: () => void;
};

/**
 * The questions in order: a column on the left, a strip on a phone. Up and down arrows walk through it; by finger, mouse
 * or keyboard each can be picked up and put elsewhere.
 */
export const QuestionList = memo(function QuestionList(props: QuestionListProps) {
  const { draft, unfinished, contested, picked, onPick, selectionBar } = props;
  const { onChange, onRemove, onAdd } = props;
  const list = useRef<HTMLOListElement>(null);
  const { questions, selected } = draft;
  const place = placeOf(draft, selected);

  useEffect(() => {
    if (place < 0) return;
    // The whole card: what can be done with the question stands at its foot.
    list.current?.children[place]?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [place]);

  const shown = useRef(selected);
  useEffect(() => {
    if (shown.current === selected) return;
    shown.current = selected;
    // Another question shows from its top, however far the page was scrolled in the last one.
    scrollTo({ top: 0 });
  }, [selected]);

  function onKeyDown(event: KeyboardEvent) {
    // On its grip, a question that was picked up moves.
    if ((event.target as Element).closest("[data-grip]")) return;
    if (event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const next = questions[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    onChange({ change: "select", key: next.key });
    list.current?.querySelector<HTMLElement>(`[data-question="${next.key}"]`)?.focus();
  }

  function onDragEnd({ canceled, operation: { source } }: DragEndEvent) {
    if (canceled || !isSortable(source) || source.index === source.initialIndex) return;
    onChange({ change: "move", key: String(source.id), to: source.index });
  }

  return (
    <nav
      aria-label="Questions"
      data-picking={picked ? true : undefined}
      className={classNames(
        "flex min-h-0 min-w-0 items-stretch gap-2 lg:flex-col lg:gap-3",
        picked && "flex-col",
      )}
    >
      <DragDropProvider onDragEnd={onDragEnd} plugins={withSpeech}>
        <ol
          ref={list}
          onKeyDown={onKeyDown}
          className="flex min-w-0 flex-1 scroll-p-1 gap-1.5 overflow-x-auto p-1 lg:min-h-0 lg:flex-initial lg:flex-col lg:gap-1 lg:overflow-y-auto lg:overflow-x-hidden"
        >
          {questions.map((item, place) => (
            <QuestionListItem
              key={item.key}
              item={item}
              place={place}
              last={place === questions.length - 1}
              selected={item.key === selected}
              unfinished={unfinished.has(item.key)}
              contested={contested.has(item.key)}
              picked={picked === null ? null : picked.has(item.key)}
              onPick={onPick}
              onChange={onChange}
              onRemove={onRemove}
            />
          ))}
        </ol>
      </DragDropProvider>
      {picked ? (
        selectionBar
      ) : (
        <Button
          variant="secondary"
          onClick={onAdd}
          disabled={questions.length >= LIMITS.questions.max}
          className="shrink-0 self-center lg:mx-1 lg:self-stretch"
        >
          <Plus aria-hidden="true" className="size-5" />
          <span className="max-sm:sr-only">Add question</span>
        </Button>
      )}
    </nav>
  );
});

type Plugins = Exclude<ComponentProps<typeof DragDropProvider>["plugins"], readonly unknown[] | undefined>;
const withSpeech: Plugins = (usual) => [...usual, SPOKEN];

const SPOKEN = Accessibility.configure({
  announcements: MOVE_ANNOUNCEMENTS,
  screenReaderInstructions: { draggable: MOVE_INSTRUCTIONS },
});
