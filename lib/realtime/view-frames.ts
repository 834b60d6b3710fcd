import { patchBetween } from "../protocol/patch.ts";
import type { View } from "../session/reports/view.ts";
import { encode, type Frame } from "./broadcast.ts";
import { textFrame } from "./text-frame.ts";

/** A view for everybody, and as a patch what players who take patches get of it. */
export interface ViewFrame extends Frame {
  version: number;
  /** The patch but for its last brace, so that more can follow; null if there is none. */
  patch: { from: number; open: Buffer } | null;
}

/** Makes the frames of a room's views, each patch against the view before it. */
export class ViewFrames {
  private before: View | null = null;

  /** Welcomes hold a view, too: the first patch is against that of the first one. */
  welcomed(view: () => View): void {
    this.before ??= asSent(view());
  }

  /** Without a patch, and none that follows is against this one. */
  whole(view: View): ViewFrame {
    return { ...encode({ type: "view", view }), version: view.version, patch: null };
  }

  /** @param patched whether there may be a patch at all */
  next(view: View, patched: boolean): ViewFrame {
    const frame = this.whole(view);
    const { before } = this;
    const after = asSent(view);
    this.before = after;
    if (!before || !patched) return frame;
    const change = patchBetween(before, after, NOT_KEPT);
    // They move without a version, so a view of the same version may have had others.
    const set = { ...change.set, players: view.players, answered: view.answered, door: view.door };
    const from = before.version;
    const text = JSON.stringify({ type: "patch", view: { from, ...change, set } });
    const brief = { type: "patch", bytes: textFrame(text), from } as const;
    return { ...frame, brief, patch: { from, open: Buffer.from(text.slice(0, -1)) } };
  }
}

/** What has no value is not sent. */
function asSent(view: View): View {
  return JSON.parse(JSON.stringify(view)) as View;
}

/** Nobody keeps the instant at which a view was made. */
const NOT_KEPT = ["serverNowMs"];
