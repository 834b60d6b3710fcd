import { setTimeout as sleep } from "node:timers/promises";
import { cpuBetween, cpuSeconds } from "../measure/processes.ts";
import type { Figures } from "../report/figures.ts";
import type { Room } from "../stage/subject.ts";
import { enterInSteps } from "./enter.ts";
import { playQuestion } from "./play-question.ts";
import { type Act, allPids } from "./scenario.ts";
import { until } from "./waiting.ts";

const BOARDS = 10;
const SEEN_WITHIN_MS = 30_000;
/** Longer than the longest pause between two boards of a room this large, so that each change is a board of its own. */
const REST_MS = 1_200;

/**
 * What one board to everybody costs the server: boards one at a time, and nothing else going on. The same changes to a
 * empty room, at the same pace, say what to take off. The question before gives the board its usual size.
 */
export async function boards(act: Act): Promise<Figures> {
  const [room, empty] = (await act.subject.openRooms(2, act.players, 1)) as [Room, Room];
  const entering = await enterInSteps(act, [room]);
  await playQuestion(act, [room], 0);
  await sleep(REST_MS);
  act.doing("boards to nobody");
  const idle = await measured(act, () => changeBoards(act, empty, 0));
  act.doing("boards");
  const busy = await act.span("boards", () => measured(act, () => changeBoards(act, room, act.players)));
  const cpuS = busy.serverCpuS - idle.serverCpuS * (busy.seconds / idle.seconds);
  const boardsSent = busy.frames / act.players;
  return {
    ...entering,
    boardsSent,
    bytesPerBoard: busy.bytes / busy.frames,
    cpuMsPerBoard: (cpuS * 1_000) / boardsSent,
    disconnects: act.fleet.progress().disconnects,
  };
}

async function changeBoards(act: Act, room: Room, sockets: number): Promise<void> {
  for (let i = 0; i < BOARDS; i++) {
    const due = act.fleet.progress().frames + sockets;
    await room.changeBoard();
    if (!(await until(() => act.fleet.progress().frames >= due, SEEN_WITHIN_MS)))
      act.note(`board ${i + 1} did not reach everybody`);
    await sleep(REST_MS);
  }
}

async function measured(act: Act, run: () => Promise<void>) {
  const before = { cpu: cpuSeconds(allPids(act)), ...act.fleet.progress(), atMs: performance.now() };
  await run();
  const { frames, bytes } = act.fleet.progress();
  return {
    serverCpuS: cpuBetween(before.cpu, cpuSeconds(allPids(act))).server,
    frames: frames - before.frames,
    bytes: bytes - before.bytes,
    seconds: (performance.now() - before.atMs) / 1_000,
  };
}
