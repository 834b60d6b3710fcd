import { z } from "zod";
import { REACTIONS } from "./reactions.ts";
import { changeField, joinFields, traceparentField } from "./shapes.ts";

/** The messages of clients on `/ws`. Strict: an unknown type or field is a refusal, not a guess. */

/** As people type it, in the digits of any script. */
const pin = z.string().max(20);

const questionIndex = z.int().min(0).max(10_000);

const hello = z.strictObject({
  type: z.literal("hello"),
  protocol: z.int(),
  pin: pin.optional(),
  sessionId: z.string().max(40).optional(),
  /** Player or presenter token, or API key; browsers send none and are known by their cookie. */
  token: z.string().max(400).optional(),
  as: z.enum(["player", "host", "presenter"]),
});

/** In place of hello: a new player comes in. `id` is the client's, to match a refusal, after which it may try again. */
const join = z.strictObject({
  type: z.literal("join"),
  protocol: z.int(),
  id: z.string().max(40),
  pin,
  ...joinFields,
});

/** Clock sync; `t0` is the client's own clock and comes back untouched. */
const ping = z.strictObject({ type: z.literal("ping"), t0: z.number() });

/** `id` is the client's, to match the ack; the response is checked against the open question. */
const answer = z.strictObject({
  type: z.literal("answer"),
  id: z.string().max(40),
  questionIndex,
  response: z.unknown(),
  /** When the player pressed, in estimated server time. */
  pressedAtMs: z.number().optional(),
  change: changeField,
  traceparent: traceparentField,
});

/** The host has closed this question before its time, and this phone has no answer left to send. */
const pass = z.strictObject({ type: z.literal("pass"), questionIndex });

const react = z.strictObject({ type: z.literal("react"), emoji: z.enum(REACTIONS) });

export const clientMessageSchema = z.discriminatedUnion("type", [hello, join, ping, answer, pass, react]);

export type ClientMessage = z.infer<typeof clientMessageSchema>;
export type Hello = z.infer<typeof hello>;
export type Join = z.infer<typeof join>;
