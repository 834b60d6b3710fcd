import { z } from "zod";
import { EXTRA_TIMES } from "../session/extra-time.ts";
import type { Notice } from "../session/live/bus.ts";

const notice = z.discriminatedUnion("type", [
  z.object({ type: z.literal("session"), version: z.number() }),
  z.object({
    type: z.literal("joined"),
    players: z.array(
      z.object({
        playerId: z.string(),
        name: z.string(),
        seq: z.number(),
        avatar: z.string().optional(),
        extraTime: z.enum(EXTRA_TIMES).optional(),
        teamId: z.string().optional(),
        moves: z.number().optional(),
      }),
    ),
  }),
  z.object({ type: z.literal("removed"), playerIds: z.array(z.string()) }),
  z.object({
    type: z.literal("answered"),
    questionIndex: z.number(),
    playerIds: z.array(z.string()),
    trace: z.string().optional(),
  }),
  z.object({ type: z.literal("passed"), questionIndex: z.number(), playerIds: z.array(z.string()) }),
  z.object({ type: z.literal("deleted") }),
  z.object({ type: z.literal("presence") }),
  z.object({ type: z.literal("reaction"), emoji: z.string() }),
  z.object({
    type: z.literal("seatRequest"),
    request: z.object({
      id: z.string(),
      playerId: z.string(),
      number: z.number(),
      network: z.string().nullable(),
      askedAtMs: z.number(),
      untilMs: z.number(),
      state: z.enum(["waiting", "given", "declined"]),
    }),
  }),
  z.object({
    type: z.literal("seatAnswered"),
    ids: z.array(z.string()),
    state: z.enum(["given", "declined"]),
  }),
  z.object({ type: z.literal("remoteRemoved"), id: z.string() }),
]) satisfies z.ZodType<Notice>;

/** The format on the wire: the id of the publishing node, a space, the notice. A node recognizes its own without parsing. */
export function writeNotice(nodeId: string, value: Notice): string {
  return `${nodeId} ${JSON.stringify(value)}`;
}

export function isFrom(nodeId: string, text: string): boolean {
  return text.charAt(nodeId.length) === " " && text.startsWith(nodeId);
}

/** Null for what is not a notice: another version may be on the same Redis. */
export function readNotice(text: string): Notice | null {
  try {
    return notice.parse(JSON.parse(text.slice(text.indexOf(" ") + 1)));
  } catch {
    return null;
  }
}
