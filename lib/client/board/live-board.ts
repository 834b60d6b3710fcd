import type { TeamStanding } from "../../leaderboard/team-standings.ts";
import type { Board } from "../../protocol/server-messages.ts";
import type { Cut } from "../../protocol/shapes.ts";

export type Standing = Board["top"][number];

/** The board as screens draw it, by socket or by REST. `cuts` is empty when it came without the sketch. */
export interface LiveBoard {
  top: Standing[];
  players: number;
  cuts: Cut[];
  /** Only the cuts are new; the head is as it was. */
  headIsOld?: true;
  /** Only where one plays in teams. */
  teams?: TeamStanding[] | undefined;
}
