import asyncApiSchemas from "@asyncapi/specs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { asyncApiDocument } from "#lib/api/asyncapi.ts";
import { groupOf, isIn } from "#lib/api/groups.ts";
import { messageExamples } from "#lib/api/message-examples.ts";
import { openApiDocument, refusalsOf, replyExample } from "#lib/api/openapi.ts";
import type { Operation } from "#lib/api/operation.ts";
import { operations } from "#lib/api/operations.ts";
import { REFUSALS } from "#lib/kernel/refusal.ts";
import { clientMessageSchema } from "#lib/protocol/client-messages.ts";
import { CLOSE_CODES } from "#lib/protocol/close-codes.ts";
import { serverMessageSchema } from "#lib/protocol/server-messages.ts";

const all = Object.values(operations) as Operation[];

describe("[API13] the OpenAPI document", () => {
  const document = openApiDocument();

  test("keeps to the published schema of OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  test.each(all.map((operation) => [operation.id, operation] as const))(
    "%s has examples that hold",
    (_, of) => {
      const { body, reply, upload, example } = of;
      expect(body === undefined || example !== undefined, "an example of its body").toBe(true);
      if (body) expect(body.safeParse(example)).toMatchObject({ success: true });
      expect(upload === true && body !== undefined).toBe(false);
      if (!reply.schema) return;
      expect(replyExample(of), "an example of its reply, in reply-examples.json").toBeDefined();
      const parsed = reply.schema.safeParse(replyExample(of));
      expect(parsed.error?.issues ?? []).toEqual([]);
      // A field that is documented no more would be dropped.
      expect(parsed.data).toEqual(replyExample(of));
    },
  );

  test("tells every code a call may refuse with, with an example, and when to come again", () => {
    for (const of of all) {
      const path = document.paths?.[`/api/v1${of.path}`] as Record<
        string,
        { responses: Record<string, never> }
      >;
      const { responses } = path[of.method.toLowerCase()]!;
      for (const code of refusalsOf(of)) {
        const response = responses[REFUSALS[code].status] as unknown as {
          headers?: object;
          content: Record<string, { examples: Record<string, { value: object }> }>;
        };
        expect(response.content["application/problem+json"]?.examples[code]?.value).toMatchObject({ code });
        const later = [429, 503].includes(REFUSALS[code].status);
        expect("Retry-After" in (response.headers ?? {})).toBe(later);
      }
    }
  });

  test("names every POST that makes something, and the header that lets it be sent again", () => {
    // Of these the client names the thing itself, or sending them again changes nothing.
    const harmless = [
      "answer",
      "command",
      "endAnySession",
      "drainNode",
      "restoreQuiz",
      "askForSeat",
      "takeSeat",
      "answerSeatRequest",
      "acceptAnswer",
      "previewRetention",
      "replayDelivery",
      "restoreQuizVersion",
      // Their replies hold a secret that is not kept.
      "createInvitation",
      "createKey",
      "createWebhook",
    ];
    for (const of of all) {
      expect(isIn(groupOf(of.path), of.path), `a group of lib/api/groups.ts for ${of.path}`).toBe(true);
      const post = document.paths?.[`/api/v1${of.path}`]?.post;
      if (of.method !== "POST" || harmless.includes(of.id)) continue;
      expect(of.creates === true || of.id === "join", of.id).toBe(true);
      expect(JSON.stringify(post?.parameters), of.id).toContain("Idempotency-Key");
    }
  });
});

describe("[API14] the AsyncAPI document", () => {
  const document = asyncApiDocument();

  test("keeps to the published schema of AsyncAPI 3.0", () => {
    // The published schema carries its own meta schema.
    const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
    (formats as unknown as (ajv: Ajv) => void)(ajv);
    const validate = ajv.compile(asyncApiSchemas.schemas["3.0.0"] as object);
    validate(JSON.parse(JSON.stringify(document)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("has every message of the protocol in its direction, and no other", () => {
    const names = [
      ...clientMessageSchema.options.map(({ shape }) => `client-${shape.type.value}`),
      ...serverMessageSchema.options.map(({ shape }) => `server-${shape.type.value}`),
    ];
    expect(Object.keys(document.components.messages)).toEqual(names);
    expect(Object.keys(document.channels.live.messages)).toEqual(names);
    const said = document.operations.say.messages.map(({ $ref }) => $ref);
    expect(said).toEqual(
      names.filter((name) => name.startsWith("client-")).map((name) => `#/channels/live/messages/${name}`),
    );
    for (const { code } of Object.values(CLOSE_CODES))
      expect(document.channels.live.description).toContain(String(code));
  });

  test.each(Object.entries(messageExamples))(
    "the example of %s is a message, by zod and by the document",
    (type, example) => {
      const fromClient = clientMessageSchema.safeParse(example).success;
      expect(fromClient || serverMessageSchema.safeParse(example).success).toBe(true);
      const { payload } = document.components.messages[`${fromClient ? "client" : "server"}-${type}`]!;
      const validate = new Ajv({ strict: false, allErrors: true }).compile(payload);
      validate(JSON.parse(JSON.stringify(example)));
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
