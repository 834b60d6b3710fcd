import { expect, test } from "vitest";
import { NO_TOTALS } from "#lib/points/totals.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { quizSchema } from "#lib/quiz/quiz.ts";
import type { Connection } from "#lib/realtime/connection.ts";
import { PersonalFeed } from "#lib/realtime/feeds/personal-feed.ts";
import { Room } from "#lib/realtime/room.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { LiveSession } from "#lib/session/live/live-session.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { questionView } from "../client/messages.ts";

const quiz = freezeQuiz(
  quizSchema.parse({ title: "One", questions: [{ kind: "truefalse", prompt: "True?", correct: true }] }),
  () => 0.5,
);

/** A room of so many whose first question has just been counted, with one phone in it. */
function countedRoom(players: number, takesPatches: boolean) {
  const everybody = Array.from({ length: players }, (_, i) => ({
    ...NO_TOTALS,
    playerId: `p${i}`,
    name: `Player ${i}`,
    seq: i + 1,
    avatar: null,
    extraTime: null,
    teamId: null,
    removedAtMs: null,
  }));
  const result = { answered: 0, correct: 0, bars: [] };
  const live = {
    session: {
      id: "s",
      version: 11,
      quiz,
      voided: [],
      settings: settingsSchema.parse({}),
      phase: { name: "reveal", index: 0, closedAtMs: 0, advancesAtMs: null, result },
    },
    roster: new Map(everybody.map(({ playerId, name, seq }) => [playerId, { name, seq }])),
    removed: new Set(),
    answered: new Set(),
    counted: null,
    neighbors: { questionIndex: null, of: new Map() },
  } as unknown as LiveSession;
  const rows = new Map(everybody.map((player) => [player.playerId, { player, answer: null }]));
  const runtime = {
    players: { load: async () => rows },
    leaderboard: { places: async () => new Map() },
    clock: { now: () => 0 },
    metrics: { reveal() {}, frameOut() {}, broadcast() {} },
  } as unknown as Runtime;
  const room = new Room(live, { entered() {}, left() {}, sent() {} });
  const sent: string[] = [];
  const phone = {
    takesPatches,
    viewVersion: 10,
    send: (type: string, bytes: Buffer) => sent.push(`${type}: ${bytes}`),
  } as unknown as Connection;
  room.add(phone, { role: "player", moves: 0, playerId: "p0" });
  room.views.welcomed(() => questionView(0));
  const feed = new PersonalFeed(runtime, room, () => {});
  feed.hold(room.views.next(questionView(0, { version: 11, answered: 7 }), room.isLarge), "all");
  return { feed, sent };
}

test("[RT15] in a large room the counted view and the own line are one frame for a phone that takes patches", async () => {
  const { feed, sent } = countedRoom(301, true);
  await feed.run();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatch(
    /^patch: .{4}\{"type":"patch","view":\{"from":10,.*"answered":7.*\},"you":\{"score":0.*\}\}$/s,
  );
});

test.each([
  ["one that does not", 301, false],
  ["any in a small room", 300, true],
])("[RT12] for %s they are two frames in one write", async (_, players, takesPatches) => {
  const { feed, sent } = countedRoom(players as number, takesPatches as boolean);
  await feed.run();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatch(/^you: .*\{"type":"view",.*\{"type":"you","you":\{"playerId":"p0"/s);
});
