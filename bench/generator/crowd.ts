import { setTimeout as sleep } from "node:timers/promises";
import { type Random, seededRandom } from "#lib/kernel/random.ts";
import { instantMs } from "../measure/instant.ts";
import { answeredIn, joinedIn, SPEECHES, viewVersion } from "./dialects.ts";
import { httpDoors } from "./http-doors.ts";
import { type Player, peopleOf, type Room, type SeenPhase } from "./people.ts";
import type { Door, Entered, Progress, RoundRecord, Setup } from "./protocol.ts";
import { RawSocket } from "./raw-socket.ts";
import { finishedRecord, newRound, type Round } from "./round.ts";
import { inTurns } from "./turns.ts";
import { createWheel } from "./wheel.ts";

/**
 * The players of one generator process. They join, connect, answer the question their room shows at an instant of
 * their own, and note when they saw what. Frames are told apart by a few bytes; a view is parsed once per room.
 */
export interface Crowd {
  join(atOnce: number): Promise<Entered>;
  connect(atOnce: number): Promise<Entered>;
  enter(atOnce: number): Promise<Entered>;
  round(spreadMs: number, door: Door): void;
  collect(): RoundRecord;
  reconnect(spreadMs: number): Promise<Entered>;
  leave(): void;
  progress(): Progress;
}

/** The first answers come this soon after the opening; none at the very instant. */
const FIRST_ANSWER_MS = 5;
/** How often the players pick the right option, which is always the first. */
const SKILL = 0.6;
const WELCOME_WITHIN_MS = 60_000;
const HTTP_CONNECTIONS = 128;
const OWN_LINE = Buffer.from('"you":{');

export function createCrowd(setup: Setup): Crowd {
  const { target, addresses } = setup;
  const speech = SPEECHES[target.dialect];
  const random: Random = seededRandom(setup.seed);
  const { players, rooms } = peopleOf(setup);
  const counted = { joined: 0, live: 0, disconnects: 0, frames: 0, bytes: 0 };
  const closeCodes: Record<string, number> = {};
  const http = httpDoors(target, {
    localAddress: addresses[0] ?? target.host,
    connections: HTTP_CONNECTIONS,
  });
  let round: Round = newRound(rooms);
  let spreadMs = 0;
  let door: Door = "socket";
  const wheel = createWheel((number) => press(players[number] as Player));

  async function joinOne(player: Player): Promise<void> {
    joined(player, await http.join(player.room.pin, player.name));
  }

  function joined(player: Player, { playerId, token }: { playerId: string; token: string }): void {
    player.playerId = playerId;
    player.token = token;
    counted.joined += 1;
  }

  function connectOne(player: Player): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => player.settled?.(new Error("no welcome in time")), WELCOME_WITHIN_MS);
      player.settled = (error) => {
        clearTimeout(timer);
        player.settled = null;
        if (error) reject(error);
        else resolve();
      };
      const joins = target.joins === "socket" && player.playerId === "";
      const { pin } = player.room;
      const hello = () =>
        player.socket?.send(joins ? speech.join(pin, player.name) : speech.hello(pin, player.token));
      const socket = new RawSocket(
        {
          host: target.host,
          port: target.port,
          path: speech.path,
          subprotocol: target.subprotocol,
          localAddress: addresses[player.number % addresses.length] ?? target.host,
        },
        {
          open: () => speech.helloAtOnce && hello(),
          text: (payload) => hear(player, payload, hello),
          closed: (code) => player.socket === socket && gone(player, code),
          received: (bytes) => {
            counted.bytes += bytes;
          },
        },
      );
      player.socket = socket;
    });
  }

  function gone(player: Player, code: number): void {
    player.socket = null;
    if (player.live) {
      counted.live -= 1;
      counted.disconnects += 1;
      closeCodes[code] = (closeCodes[code] ?? 0) + 1;
    }
    player.live = false;
    player.settled?.(new Error(`closed with ${code} before the welcome`));
  }

  function hear(player: Player, payload: Buffer, hello: () => void): void {
    counted.frames += 1;
    switch (speech.kind(payload)) {
      case "patch":
        sawPatch(player, payload);
        break;
      case "board":
        sawBoard(player, payload);
        break;
      case "ack":
        acknowledged(player, JSON.parse(speech.body(payload)).ack?.score ?? -1);
        break;
      case "view":
        sawView(player, payload);
        break;
      case "you":
        heardOwnLine(player);
        break;
      case "outcome":
        heardOutcome(player);
        break;
      case "refused":
        refused(JSON.parse(speech.body(payload)).refusal?.code ?? "unknown");
        break;
      case "welcome":
        if (target.joins === "socket" && player.playerId === "") joined(player, joinedIn(payload));
        if (!player.live) counted.live += 1;
        player.live = true;
        player.settled?.();
        break;
      case "opened":
        player.socket?.send(speech.connect);
        break;
      case "connected":
        hello();
        break;
      case "ping":
        player.socket?.send(speech.pong);
        break;
      default:
    }
  }

  function sawView(player: Player, payload: Buffer): void {
    const { room, number } = player;
    const nowMs = instantMs();
    const version = viewVersion(payload);
    let phase = room.phases.get(version);
    if (!phase) {
      phase = JSON.parse(speech.body(payload)).view.phase as SeenPhase;
      room.phases.set(version, phase);
      if (phase.name === "question") opened(room, phase);
    }
    sawPhase(number, phase, nowMs);
  }

  /** The phase of a patch is parsed once per room, too; it may change some of the one before, or bring no view at all. */
  function sawPatch(player: Player, payload: Buffer): void {
    const { room, number } = player;
    const nowMs = instantMs();
    const version = viewVersion(payload);
    if (version !== "") {
      let phase = room.phases.get(version);
      if (!phase) {
        const { from, set } = JSON.parse(speech.body(payload)).view as {
          from: number;
          set: Record<string, unknown>;
        };
        phase = (set.phase ?? room.phases.get(String(from)) ?? { name: "lobby" }) as SeenPhase;
        room.phases.set(version, phase);
        if (phase.name === "question") opened(room, phase);
      }
      sawPhase(number, phase, nowMs);
    }
    if (payload.includes(OWN_LINE)) heardOwnLine(player);
  }

  function sawPhase(number: number, phase: SeenPhase, nowMs: number): void {
    const { record } = round;
    const first =
      phase.name === "question" ? record.viewAtMs : phase.name === "reveal" ? record.revealAtMs : null;
    if (first && Number.isNaN(first[number])) first[number] = nowMs;
  }

  function opened(room: Room, { index = 0, opensAtMs = 0 }: SeenPhase): void {
    if (room.questionIndex === index) return;
    room.questionIndex = index;
    (round.record.rooms[room.number] as { opensAtMs: number }).opensAtMs = opensAtMs;
    for (const { number } of room.players) {
      const dueAtMs = opensAtMs + FIRST_ANSWER_MS + random() * Math.max(0, spreadMs - FIRST_ANSWER_MS);
      round.record.dueAtMs[number] = dueAtMs;
      wheel.at(dueAtMs, number);
    }
  }

  function press(player: Player): void {
    const { room, number } = player;
    const choice = random() < SKILL ? 0 : 1 + Math.floor(random() * 3);
    const questionIndex = room.questionIndex ?? 0;
    round.record.choices[number] = choice;
    if (door === "socket") {
      if (!player.live) {
        refused("not connected");
        return;
      }
      player.socket?.send(speech.answer(questionIndex, questionIndex, choice, Math.floor(instantMs())));
      round.record.sentAtMs[number] = instantMs();
      round.sent += 1;
      return;
    }
    round.record.sentAtMs[number] = instantMs();
    round.sent += 1;
    const answer = { questionIndex, response: { choice }, pressedAtMs: Math.floor(instantMs()) };
    http
      .answer(door, { pin: room.pin, sessionId: room.sessionId, token: player.token }, answer)
      .then(({ score }) => acknowledged(player, score))
      .catch((error: Error) => refused(error.message));
  }

  function acknowledged({ number }: Player, score: number): void {
    const { record } = round;
    if (!Number.isNaN(record.ackedAtMs[number])) return;
    record.ackedAtMs[number] = instantMs();
    record.scores[number] = score;
    round.acked += 1;
  }

  function refused(code: string): void {
    round.refused += 1;
    round.record.refusals[code] = (round.record.refusals[code] ?? 0) + 1;
  }

  function sawBoard({ room, seat }: Player, payload: Buffer): void {
    const counts = answeredIn(payload);
    if (!counts || counts.questionIndex !== room.questionIndex || counts.answered === 0) return;
    const seenAtMs = boardOf(room, counts.answered);
    if (!Number.isNaN(seenAtMs[seat])) return;
    seenAtMs[seat] = instantMs();
    if (counts.answered === room.size) round.boardsComplete += 1;
  }

  function boardOf(room: Room, answered: number): Float64Array {
    const boards = round.boards[room.number] as Map<number, Float64Array>;
    let seenAtMs = boards.get(answered);
    if (!seenAtMs) {
      seenAtMs = new Float64Array(room.players.length).fill(Number.NaN);
      boards.set(answered, seenAtMs);
    }
    return seenAtMs;
  }

  /** The reveal and the own line in one. */
  function heardOutcome(player: Player): void {
    const { revealAtMs } = round.record;
    if (Number.isNaN(revealAtMs[player.number])) revealAtMs[player.number] = instantMs();
    heardOwnLine(player);
  }

  /** Only after the reveal: some servers send personal lines at other times, too. */
  function heardOwnLine({ number }: Player): void {
    const { revealAtMs, youAtMs } = round.record;
    if (Number.isNaN(revealAtMs[number])) return;
    if (Number.isNaN(youAtMs[number])) round.told += 1;
    youAtMs[number] = instantMs();
  }

  return {
    join: (atOnce) => inTurns(players.length, atOnce, (number) => joinOne(players[number] as Player)),
    connect: (atOnce) => inTurns(players.length, atOnce, (number) => connectOne(players[number] as Player)),
    enter: (atOnce) =>
      inTurns(players.length, atOnce, async (number) => {
        const player = players[number] as Player;
        if (target.joins === "rest") await joinOne(player);
        await connectOne(player);
      }),
    round(nextSpreadMs, nextDoor) {
      wheel.clear();
      round = newRound(rooms);
      spreadMs = nextSpreadMs;
      door = nextDoor;
    },
    collect: () =>
      finishedRecord(
        round,
        players.map((player) => player.playerId),
      ),
    async reconnect(overMs) {
      for (const player of players) {
        const { socket } = player;
        // Taken off first: this end is not one that the server caused.
        player.socket = null;
        if (player.live) counted.live -= 1;
        player.live = false;
        socket?.drop();
      }
      return inTurns(
        players.length,
        players.length,
        (number) => connectOne(players[number] as Player),
        () => sleep(random() * overMs),
      );
    },
    leave() {
      wheel.clear();
      for (const player of players) {
        const { socket } = player;
        player.socket = null;
        player.live = false;
        socket?.drop();
      }
      http.close();
    },
    progress: () => {
      const { sent, acked, refused: no, boardsComplete, told } = round;
      return {
        players: players.length,
        ...counted,
        closeCodes: { ...closeCodes },
        sent,
        acked,
        refused: no,
        boardsComplete,
        told,
      };
    },
  };
}
