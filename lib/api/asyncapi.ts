import { z } from "zod";
import { type ClientMessage, clientMessageSchema } from "../protocol/client-messages.ts";
import { CLOSE_CODES } from "../protocol/close-codes.ts";
import { PATCHES } from "../protocol/patch.ts";
import { type ServerMessage, serverMessageSchema } from "../protocol/server-messages.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { responseSchema } from "../quiz/response.ts";
import { messageExamples } from "./message-examples.ts";

/** The purpose of each message, and who gets it. A missing one fails the type check. */
export const CLIENT_MESSAGES: Record<ClientMessage["type"], string> = {
  hello: "Says who is here. The first message, within five seconds; the welcome answers it.",
  join: "Instead of hello: a new player joins. A refusal leaves the socket open for another try.",
  ping: "Clock sync. `t0` is the client's own clock and comes back untouched.",
  answer:
    "An answer to the open question. `ack` says that it is stored; `refused` with its `id` that it is not.",
  pass: "The host has closed this question before its time, and this client has no answer left to send.",
  react: "A reaction, shown on the big screen.",
};
export const SERVER_MESSAGES: Record<ServerMessage["type"], string> = {
  welcome: "To one socket: the whole state, enough to draw any phase without history.",
  view: "To everybody: the public state. Keep the one with the highest `version`.",
  board: "To everybody, lossy: the head of the standings. The latest `tick` wins.",
  tally: "To hosts and big screens, lossy: how answers spread while the question runs.",
  roster: "To hosts and big screens, lossy: who is here, the latest to join first.",
  reactions: "To hosts and big screens, lossy: reactions since the last tick.",
  seatRequests: "To hosts: who asks for a seat from another device.",
  health: "To hosts: how the server itself is doing.",
  patch:
    "To players who take patches, in place of `view` and `you`: what has changed of the view, and after a reveal the own line with it.",
  cuts: "To players who take patches, lossy, in place of `board` during a question of a large room.",
  ack: "To one socket: this answer is stored. Sent after it is, never before.",
  refused: "To one socket: why a message was not followed. An answer with this `id` was not stored.",
  you: "To one player: their own line.",
  pong: "To one socket: `t1` is server time.",
};

/** AsyncAPI 3 of the live socket, from the schemas that messages are read and written by. */
export function asyncApiDocument() {
  const client = messagesOf(clientMessageSchema.options, CLIENT_MESSAGES, "input");
  const server = messagesOf(serverMessageSchema.options, SERVER_MESSAGES, "output");
  // Named by direction: nothing keeps a word from being said by both.
  const messages = { ...named("client", client), ...named("server", server) };
  const refs = (from: string, of: object) =>
    Object.keys(of).map((type) => ({ $ref: `#/channels/live/messages/${from}-${type}` }));
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Ovation live socket",
      version: String(PROTOCOL_VERSION),
      description: ABOUT,
      license: { name: "MIT" },
    },
    defaultContentType: "application/json",
    servers: {
      here: {
        host: "{host}",
        protocol: "wss",
        description: "This server; `ws` where it is reached without encryption.",
        variables: { host: { default: "localhost:3000" } },
      },
    },
    channels: {
      live: {
        address: "/ws",
        title: "Live socket",
        description: CLOSING,
        messages: Object.fromEntries(
          Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
        bindings: { ws: { method: "GET", bindingVersion: "0.1.0" } },
      },
    },
    operations: {
      say: {
        action: "receive",
        channel: { $ref: "#/channels/live" },
        summary: "Messages from clients.",
        messages: refs("client", client),
      },
      hear: {
        action: "send",
        channel: { $ref: "#/channels/live" },
        summary: "Messages from the server.",
        messages: refs("server", server),
      },
    },
    components: { messages },
  };
}

function messagesOf(options: readonly z.ZodObject[], about: Record<string, string>, io: "input" | "output") {
  return Object.fromEntries(
    options.map((option) => {
      const type = (option.shape.type as z.ZodLiteral<string>).value;
      const examples = (messageExamples as Record<string, unknown>)[type];
      const message = {
        name: type,
        title: type,
        summary: about[type],
        payload: payloadOf(option, io),
        examples: [{ name: type, payload: examples }],
      };
      return [type, message];
    }),
  );
}

function payloadOf(option: z.ZodObject, io: "input" | "output") {
  const { $schema, ...schema } = z.toJSONSchema(option, {
    io,
    target: "draft-7",
    unrepresentable: "any",
    // Answers are checked against this schema where all of them come in (submit-answer.ts).
    override({ zodSchema, jsonSchema, path }) {
      if (zodSchema instanceof z.ZodUnknown && path.at(-1) === "response")
        Object.assign(jsonSchema, RESPONSE);
    },
  });
  return schema;
}

const { $schema: _, ...RESPONSE } = z.toJSONSchema(responseSchema, { target: "draft-7" });

function named<Message>(from: string, messages: Record<string, Message>): Record<string, Message> {
  return Object.fromEntries(Object.entries(messages).map(([type, message]) => [`${from}-${type}`, message]));
}

const ABOUT = `State, not changes: the welcome holds everything, so reconnecting takes only another hello. Text frames of JSON; every message has a \`type\`. Browsers are known by their cookie, other clients by the \`token\` in hello: a player's token, a presenter's key or an API key. Frames have at most 16 KiB, without compression.

A player's client that opens the socket with the subprotocol \`${PATCHES}\` is sent \`patch\` and \`cuts\` in place of most views, lines and boards in rooms of more than 300. What it has no base for still comes whole.

A client that sends too much, or messages that cannot be understood, is disconnected. A slow reader loses lossy messages first, then the socket (4001), and may reconnect.`;

const CLOSING = `Close codes 4000 to 4499, and all standard ones: reconnect after a random delay. 4500 and above: do not reconnect.

${Object.values(CLOSE_CODES)
  .map(({ code, text }) => `- ${code}: ${text}`)
  .join("\n")}`;
