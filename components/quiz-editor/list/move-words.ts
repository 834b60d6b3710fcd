import type { DragEndEvent, DragOverEvent, DragStartEvent } from "@dnd-kit/react";
import { isSortable } from "@dnd-kit/react/sortable";

/** The words for screen readers while a question moves, in places as they are shown: from 1. */
export const MOVE_ANNOUNCEMENTS = {
  dragstart: ({ operation: { source } }: Pick<DragStartEvent, "operation">) =>
    isSortable(source) ? pickedUp(source.initialIndex) : undefined,
  dragover({ operation: { source, target } }: Pick<DragOverEvent, "operation">) {
    if (!isSortable(source) || !isSortable(target)) return undefined;
    // Over itself it is only just picked up, or has come back.
    if (target.index === source.initialIndex) return pickedUp(source.initialIndex);
    return `Question ${source.initialIndex + 1} would now be question ${target.index + 1}.`;
  },
  dragend({ operation: { source }, canceled }: Pick<DragEndEvent, "operation" | "canceled">) {
    if (!isSortable(source)) return undefined;
    const before = `Question ${source.initialIndex + 1}`;
    if (canceled || source.index === source.initialIndex) return `${before} stays where it was.`;
    return `${before} is now question ${source.index + 1}.`;
  },
};

export const MOVE_INSTRUCTIONS =
  "Press Space to pick the question up. Arrow keys then move it, Space puts it down, and Escape puts it back.";

function pickedUp(place: number): string {
  return `Question ${place + 1} is picked up, at its own place.`;
}
