import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { ControlRoomActions } from "../host-actions.ts";
import type { KnownPlayer } from "./people/use-people.ts";

export interface ControlRoomProps {
  sessionId: string;
  /** By it the room is asked for where no socket gets through. */
  pin: string;
  /** The session's own copy, answers included: the host may see them. */
  quiz: FrozenQuiz;
  presenterUrl: string;
  /** Whether this is a phone that is paired as remote: it has this session alone, and nothing of the account. */
  remote: boolean;
  /** Where phones may reach this server, the likeliest first; each with its network interface. */
  joinCandidates: readonly { origin: string; on: string | null }[];
  /** Players removed before this page was loaded. */
  removed: KnownPlayer[];
  actions: ControlRoomActions;
}
