import { sameJson } from "#lib/kernel/same-json.ts";
import { type Conflict, inOrder, mergeDrafts, type NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import {
  changeDraft,
  cleanQuiz,
  type Draft,
  type DraftChange,
  draftOf,
  keyed,
  placeOf,
  quizOf,
  withQuiz,
  written,
} from "../draft.ts";
import { NO_STEPS, redo, type Steps, taken, undo } from "../undo/steps.ts";

/**
 * A quiz on the desk, and what the server is known to have of it. A save carries the version it was made on. If another
 * window has saved meanwhile, its quiz is merged into the draft; what both changed stands in `conflicts` until it is
 * decided, and nothing is saved before.
 */
export interface Editing {
  draft: Draft;
  /** Version 0: the server has no such quiz yet. */
  stored: Version;
  /** Sent, and no reply has come: the server may have any of them. */
  unconfirmed: NamedDraft[];
  conflicts: Conflict[];
  /** The version both mine and theirs began from, while a conflict is open. */
  fork: Version | null;
  /** Of this window alone; saving and merging leave them. */
  steps: Steps;
}

export interface Version {
  version: number;
  quiz: NamedDraft;
}

/** `atMs`: when a key was pressed, so that typing is undone in pieces. What has none is a step by itself. */
export type EditingChange = (DraftChange | SavingChange) & { atMs?: number };

type SavingChange =
  | { change: "undo" | "redo" }
  | { change: "sending"; quiz: NamedDraft }
  | { change: "stored"; saved: Version }
  /** The server has this by now. */
  | { change: "behind"; theirs: Version }
  /** An earlier version took the place of the one that stands here. */
  | { change: "take"; restored: Version }
  /** The quiz is not on the server any more. */
  | { change: "gone" }
  /** A draft kept in this browser, written on a version that may have been changed since. */
  | { change: "restore"; quiz: NamedDraft; base: Version | null; unconfirmed: NamedDraft[] }
  | { change: "decide"; conflict: Conflict; take: "mine" | "theirs" };

export function startEditing(draft: Draft, stored: Version | null): Editing {
  const quiz = cleanQuiz(stored?.quiz ?? quizOf(draft));
  return {
    draft,
    stored: { version: stored?.version ?? 0, quiz },
    unconfirmed: [],
    ...SETTLED,
    steps: NO_STEPS,
  };
}

export function changeEditing(editing: Editing, action: EditingChange): Editing {
  const { draft, stored, steps } = editing;
  switch (action.change) {
    case "undo":
      return { ...editing, ...undo(steps, draft) };
    case "redo":
      return { ...editing, ...redo(steps, draft) };
    case "sending":
      return { ...editing, unconfirmed: [...editing.unconfirmed, action.quiz].slice(-UNCONFIRMED_MAX) };
    case "stored":
      if (action.saved.version < stored.version) return editing;
      return { ...editing, stored: action.saved, unconfirmed: [] };
    case "behind":
      return merged(editing, action.theirs);
    case "take": {
      const quiz = cleanQuiz(action.restored.quiz);
      const taken = { ...editing, stored: { ...action.restored, quiz }, unconfirmed: [], ...SETTLED };
      return stepped(taken, withQuiz(draft, quiz), action);
    }
    case "gone":
      return { ...editing, stored: { ...stored, version: 0, quiz: EMPTY }, unconfirmed: [], ...SETTLED };
    case "restore": {
      const restored = { ...editing, draft: draftOf(action.quiz), ...SETTLED };
      // Without knowing what it was written on, it stands in the place of what the server has.
      if (action.base === null || action.base.version >= stored.version) return restored;
      return merged({ ...restored, stored: action.base, unconfirmed: action.unconfirmed }, stored);
    }
    case "decide":
      return settled(
        stepped(editing, decided(draft, action.conflict, action.take), action),
        (each) => each === action.conflict,
      );
    case "remove":
      return settled(
        stepped(editing, changeDraft(draft, action), action),
        (each) => each.about === "question" && each.id === action.key,
      );
    case "removeMany":
      return settled(
        stepped(editing, changeDraft(draft, action), action),
        (each) => each.about === "question" && action.keys.includes(each.id),
      );
    default:
      return stepped(editing, changeDraft(draft, action), action);
  }
}

function stepped(editing: Editing, draft: Draft, action: EditingChange): Editing {
  return { ...editing, draft, steps: taken(editing.steps, editing.draft, draft, action) };
}

/** Replies get lost in a row only while a network comes and goes. */
const UNCONFIRMED_MAX = 5;
const EMPTY: NamedDraft = { title: "", questions: [] };
const SETTLED = { conflicts: [] as Conflict[], fork: null };

function settled(editing: Editing, isSettled: (conflict: Conflict) => boolean): Editing {
  const conflicts = editing.conflicts.filter((each) => !isSettled(each));
  return { ...editing, conflicts, fork: conflicts.length > 0 ? editing.fork : null };
}

function merged(editing: Editing, theirs: Version): Editing {
  const { draft, stored, unconfirmed } = editing;
  if (theirs.version === stored.version) return editing;
  const quiz = cleanQuiz(theirs.quiz);
  // A save of this window whose reply was lost is no change by somebody else.
  const own = unconfirmed.some((sent) => sameJson(sent, quiz));
  const merge = mergeDrafts({ base: own ? quiz : stored.quiz, mine: written(draft), theirs: quiz });
  return {
    ...editing,
    draft: withQuiz(draft, merge.merged),
    stored: { version: theirs.version, quiz },
    unconfirmed: [],
    conflicts: merge.conflicts,
    fork: merge.conflicts.length > 0 ? stored : null,
  };
}

function decided(draft: Draft, conflict: Conflict, take: "mine" | "theirs"): Draft {
  if (conflict.about === "question") {
    const { id, mine, theirs } = conflict;
    if ((take === "mine" ? mine : theirs) === null) return changeDraft(draft, { change: "remove", key: id });
    // The draft has mine, or theirs where I had deleted it.
    if (take === "mine" || mine === null || theirs === null) return draft;
    const { question } = keyed(theirs);
    return changeDraft(draft, { change: "write", key: id, question });
  }
  if (take === "mine") return draft;
  if (conflict.about === "order") {
    const quiz = quizOf(draft);
    const order = inOrder(quiz.questions, conflict.theirs).map(({ id }) => id);
    const questions = order.flatMap((id) => draft.questions[placeOf(draft, id)] ?? []);
    return { ...draft, questions };
  }
  return { ...draft, [conflict.about]: conflict.theirs };
}
