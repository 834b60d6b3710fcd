import { readFileSync } from "node:fs";

/**
 * What each thing costs, as measured by the bench; times are CPU milliseconds of one core of the machine that measured.
 * `costs.json` holds the figures of docs/PERFORMANCE.md; costs-from-runs.ts makes a new one from the JSON of bench runs.
 */
export interface Costs {
  node: {
    /** A join, and a socket with its welcome. */
    joinMs: number;
    connectMs: number;
    /** An answer by socket on the node it comes in at, boards apart. */
    answerMs: number;
    /** An answer that another node took and this one hears of. */
    noticeMs: number;
    /** Reading and making a board, whatever it is sent to; and one frame of a broadcast to one socket. */
    boardMs: number;
    frameMs: number;
    /** A reveal: for each socket here, and for each player of the session wherever they are. */
    revealSocketMs: number;
    revealPlayerMs: number;
    rssBaseMb: number;
    /** For each player connected here. */
    rssSocketKb: number;
    /** For each player of a session that this node has open: name, answered or not. */
    rssPlayerKb: number;
  };
  postgres: {
    joinMs: number;
    answerMs: number;
    /** For each player of the session, at each node that shows the reveal. */
    revealPlayerMs: number;
    /** From the end of a group's work to the answer: the disk and the way there and back. No CPU. */
    commitMs: number;
    /** Bytes a stored answer takes, indexes included. */
    answerBytes: number;
  };
  redis: {
    /** An answer: its total written, and its notice passed on. */
    answerMs: number;
    /** Reading a board, at each node that shows it. */
    boardMs: number;
    /** For each player of the session, at each node that shows the reveal. */
    revealPlayerMs: number;
  };
}

export function readCosts(path: string): Costs {
  const { costs } = JSON.parse(readFileSync(path, "utf8")) as { costs: Costs };
  return costs;
}
