import { z } from "zod";
import { joinedSchema, seatRequestSchema } from "../../protocol/shapes.ts";
import { operation } from "../operation.ts";

const secret = z
  .string()
  .min(16)
  .max(100)
  .describe("A secret your device makes up, 16 to 100 characters, new for each request.");

const askedSeatSchema = z.object({
  state: z
    .enum(["waiting", "given", "declined", "lapsed"])
    .describe("`lapsed`: the host did not answer in three minutes. Ask again with another key."),
  number: z
    .int()
    .optional()
    .describe("Show it: the host sees the same two digits beside the request. Until the seat is given."),
  untilMs: z.int().optional().describe("How long the request waits."),
  hostHere: z.boolean().optional().describe("Whether a host is connected, who could answer."),
  joined: joinedSchema.optional().describe("Once given: who you are now. Keep the token."),
});

const waitingSchema = z.object({ requests: z.array(seatRequestSchema) });

const PIN_REFUSALS = ["unknown_pin", "too_many_requests"] as const;
const NAME_REFUSALS = ["name_empty", "name_too_long", "name_not_allowed"] as const;

/** By which a player's seat goes to another device, with the host's word. */
export const seatOperations = {
  askForSeat: operation({
    id: "askForSeat",
    method: "POST",
    path: "/pins/{pin}/seat-requests",
    auth: "none",
    summary: "Ask for your seat on another device",
    description:
      "For a player whose device is gone. The host is asked; say it again every few seconds, with the same key, to hear how it stands. When the host agrees, the reply makes this device the player, with all points and answers, and the old device's token stops working.",
    body: z.strictObject({
      name: z.string().max(2_000).describe("The name of the player you are."),
      key: secret,
    }),
    bodyMaxBytes: 16 * 1024,
    reply: { status: 200, description: "How the request stands.", schema: askedSeatSchema },
    refusals: [
      ...PIN_REFUSALS,
      ...NAME_REFUSALS,
      ...(["player_not_found", "too_many_seat_requests", "session_ended"] as const),
    ],
    example: { name: "Ada", key: "a secret of this device" },
  }),
  takeSeat: operation({
    id: "takeSeat",
    method: "POST",
    path: "/pins/{pin}/seats",
    auth: "none",
    summary: "Take a seat by the host's code",
    description:
      "A code works once and for five minutes. Sent again with the same key, the reply is the same. The old device's token stops working.",
    body: z.strictObject({ code: z.string().max(40), key: secret }),
    bodyMaxBytes: 16 * 1024,
    reply: { status: 201, description: "Who you are now. Keep the token.", schema: joinedSchema },
    refusals: [...PIN_REFUSALS, "seat_code_wrong", "session_ended"],
    example: { code: "k7m2 pq9x", key: "a secret of this device" },
  }),
  listSeatRequests: operation({
    id: "listSeatRequests",
    method: "GET",
    path: "/sessions/{id}/seat-requests",
    auth: "host",
    summary: "List who asks for a seat",
    reply: { status: 200, description: "Those who wait.", schema: waitingSchema },
    refusals: ["session_not_found"],
  }),
  answerSeatRequest: operation({
    id: "answerSeatRequest",
    method: "POST",
    path: "/sessions/{id}/seat-requests/{requestId}",
    auth: "host",
    summary: "Give a seat to the player who asks, or decline",
    description: "Other requests for the same seat are refused.",
    body: z.strictObject({ verdict: z.enum(["give", "decline"]) }),
    reply: { status: 200, description: "Those who wait still.", schema: waitingSchema },
    refusals: ["session_not_found", "not_found", "player_not_found"],
    example: { verdict: "give" },
  }),
  makeSeatCode: operation({
    id: "makeSeatCode",
    method: "POST",
    path: "/sessions/{id}/players/{playerId}/seat-code",
    auth: "host",
    summary: "Create a code for a player's seat",
    description: "For the player's other device: it works once, for five minutes. An earlier one ends.",
    creates: true,
    reply: {
      status: 201,
      description: "The code, and the link that holds it.",
      schema: z.object({ code: z.string(), url: z.string(), untilMs: z.int() }),
    },
    refusals: ["session_not_found", "session_ended", "player_not_found"],
  }),
} as const;
