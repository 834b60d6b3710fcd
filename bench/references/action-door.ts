import { httpClient } from "../generator/http-client.ts";
import { actionHeaders, httpDoors } from "../generator/http-doors.ts";
import { inTurns } from "../generator/turns.ts";
import { cpuSeconds } from "../measure/processes.ts";
import type { Figures } from "../report/figures.ts";
import type { Ovation } from "../stage/ovation.ts";

const AT_ONCE = 64;
const CONNECTIONS = 64;

/**
 * The limit of the server action as a door. "Empty" is the answer action itself with an input it refuses on sight:
 * Next does all it does for any action, and we do next to nothing. Against it, as many real answers, durable each.
 */
export async function measureActionDoor(ovation: Ovation, answers: number): Promise<Figures> {
  const { target } = ovation;
  const [room] = await ovation.openRooms(1, answers, 2);
  if (!room) throw new Error("no room was opened");
  const origin = `http://${target.host}:${target.port}`;
  const from = { localAddress: target.host, connections: CONNECTIONS };
  const http = httpClient(target, from);
  const doors = httpDoors(target, from);
  try {
    const players = new Map<number, string>();
    const joined = await inTurns(answers, AT_ONCE, async (i) => {
      players.set(i, (await doors.join(room.pin, `Player ${i + 1}`)).token);
    });
    if (joined.failed > 0) throw new Error(`players could not join: ${JSON.stringify(joined.failures)}`);
    const opensAtMs = await room.open();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, opensAtMs - Date.now() + 10)));

    const emptyHeaders = actionHeaders(target.actionId ?? "", origin, "");
    const empty = () => http.post(`/play?pin=${room.pin}`, '[{"questionIndex":-1}]', emptyHeaders);
    await inTurns(WARM_UP, AT_ONCE, async () => void (await empty()));
    const emptyRun = await measured(ovation, answers, async () => {
      const { status, text } = await empty();
      if (status !== 200 || !text.includes("bad_request")) throw new Error(`${status} ${text.slice(0, 100)}`);
    });
    const answerRun = await measured(ovation, answers, async (i) => {
      const who = { pin: room.pin, sessionId: room.sessionId, token: players.get(i) ?? "" };
      await doors.answer("action", who, {
        questionIndex: 0,
        response: { choice: i % 4 },
        pressedAtMs: Date.now(),
      });
    });
    return {
      emptyActionsPerSecond: emptyRun.perSecond,
      emptyActionCpuMsPer1000: emptyRun.cpuMsPer1000,
      actionAnswersPerSecond: answerRun.perSecond,
      actionDoorShare: answerRun.perSecond / emptyRun.perSecond,
      actionAnswerCpuMsPer1000: answerRun.cpuMsPer1000,
    };
  } finally {
    doors.close();
    http.close();
  }
}

const WARM_UP = 300;

async function measured(ovation: Ovation, count: number, step: (i: number) => Promise<void>) {
  const pids = { server: ovation.pids().server ?? [] };
  const before = cpuSeconds(pids).server;
  const startedAtMs = performance.now();
  const { failed, failures } = await inTurns(count, AT_ONCE, step);
  if (failed > 0) throw new Error(`calls failed: ${JSON.stringify(failures)}`);
  return {
    perSecond: count / ((performance.now() - startedAtMs) / 1_000),
    cpuMsPer1000: ((cpuSeconds(pids).server - before) / count) * 1e6,
  };
}
