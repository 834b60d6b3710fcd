import type { Setup } from "./protocol.ts";
import type { RawSocket } from "./raw-socket.ts";

export interface Player {
  number: number;
  room: Room;
  /** Its place among this process's players of the room. */
  seat: number;
  name: string;
  playerId: string;
  token: string;
  socket: RawSocket | null;
  live: boolean;
  /** Called by the welcome, or by the end of the socket. */
  settled: ((error?: Error) => void) | null;
}

export interface Room {
  number: number;
  pin: string;
  sessionId: string;
  /** Of this process. */
  players: Player[];
  /** Of all processes. */
  size: number;
  phases: Map<string, SeenPhase>;
  questionIndex: number | null;
}

export type SeenPhase = { name: string; index?: number; opensAtMs?: number };

/** The players of one generator process, and its part of their rooms. References take the token for a name. */
export function peopleOf(setup: Setup): { players: Player[]; rooms: Room[] } {
  const players: Player[] = [];
  const rooms = setup.rooms.map((share, number): Room => {
    const room: Room = {
      number,
      pin: share.pin,
      sessionId: share.sessionId,
      players: [],
      size: share.roomPlayers,
      phases: new Map(),
      questionIndex: null,
    };
    for (let seat = 0; seat < share.players; seat++) {
      const numberInRoom = share.firstPlayer + seat;
      const player: Player = {
        number: players.length,
        room,
        seat,
        playerId: "",
        token: `p${numberInRoom}`,
        name: `Player ${numberInRoom}`,
        socket: null,
        live: false,
        settled: null,
      };
      room.players.push(player);
      players.push(player);
    }
    return room;
  });
  return { players, rooms };
}
