import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { problemOf } from "../http/problem.ts";
import { REFUSALS, type RefusalCode, refuse } from "../kernel/refusal.ts";
import { ackSchema, standingSchema } from "../protocol/shapes.ts";
import { quizSchema } from "../quiz/quiz.ts";
import { responseSchema } from "../quiz/response.ts";
import { youSchema } from "../session/players/you.ts";
import { resultsSchema } from "../session/reports/results.ts";
import { viewSchema } from "../session/reports/view.ts";
import { settingsSchema } from "../session/settings.ts";
import { ABOUT, GROUPS, groupOf } from "./groups.ts";
import { type Operation, parameterNames } from "./operation.ts";
import { COMMON_REFUSALS, operations } from "./operations.ts";
import replyExamples from "./reply-examples.json" with { type: "json" };
import { problemSchema, sessionSchema, storedQuizSchema } from "./reply-schemas.ts";
import { XLSX } from "./sessions/results-files.ts";
import { commandBodySchema } from "./sessions/session-operations.ts";

const PARAMETERS: Record<string, string> = {
  id: "The identifier, as the API gave it.",
  pin: "The six digits players type.",
};

/** OpenAPI 3.1, from the table that the handlers parse by. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of Object.values(operations) as Operation[]) {
    const path = `/api/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Ovation",
      version: "1",
      description: ABOUT,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This server." }],
    tags: GROUPS.map(({ title, about }) => ({ name: title, description: about })),
    paths,
    components: {
      schemas: {
        Quiz: quizSchema,
        StoredQuiz: storedQuizSchema,
        Settings: settingsSchema,
        Session: sessionSchema,
        View: viewSchema,
        Command: commandBodySchema,
        Response: responseSchema,
        Ack: ackSchema,
        You: youSchema,
        Standing: standingSchema,
        Results: resultsSchema,
        Problem: problemSchema,
      },
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "A host's API key." },
        playerToken: { type: "http", scheme: "bearer", description: "The token that joining returned." },
        presenterKey: {
          type: "http",
          scheme: "bearer",
          description: "The key in a presenter link; it only reads.",
        },
      },
    },
  });
}

function operationObject(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, body, example, query, path } = operation;
  const names = parameterNames(path);
  const pathParameters = z.object(
    Object.fromEntries(names.map((name) => [name, z.string().describe(PARAMETERS[name] ?? "")])),
  );
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [groupOf(path).title],
    security: SECURITY[operation.auth],
    requestParams: {
      ...(names.length > 0 ? { path: pathParameters } : {}),
      ...(query ? { query } : {}),
      ...(namesItself(operation) ? { header: idempotencyHeader } : {}),
      ...(operation.reply.events ? { header: lastEventHeader } : {}),
    },
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: body, ...(example ? { example } : {}) } },
          },
        }
      : {}),
    ...(operation.upload
      ? {
          requestBody: {
            required: true,
            content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
          },
        }
      : {}),
    responses: { ...replyObject(operation), ...problemObjects(refusalsOf(operation)) },
  };
}

const idempotencyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      "A name of your own for this request, such as a UUID; sent again with the same body it gets the first reply. For joining it is the `joinKey`: a secret of 16 to 100 characters.",
    )
    .meta({ example: "0b6e8f0a-5a5e-4f0e-9a51-3a1d0c1f5c77" }),
});

const lastEventHeader = z.object({
  "Last-Event-ID": z
    .string()
    .optional()
    .describe("The `id` of the last event, which readers send by themselves when they come again.")
    .meta({ example: "2" }),
});

/** Joining makes a player, and keeps to the key by the join key. */
function namesItself({ id, creates }: Operation): boolean {
  return creates === true || id === "join";
}

const SECURITY: Record<Operation["auth"], Record<string, string[]>[]> = {
  none: [],
  host: [{ apiKey: [] }],
  player: [{ playerToken: [] }],
  screen: [{ apiKey: [] }, { presenterKey: [] }],
};

/** Every code a call may refuse with. */
export function refusalsOf(operation: Operation): RefusalCode[] {
  const { auth, refusals, body, bodyRefusal, upload, query, creates } = operation;
  const who: RefusalCode[] =
    auth === "none"
      ? []
      : auth === "player"
        ? ["bad_token", "bad_origin"]
        : ["unauthenticated", "bad_token", "forbidden", "bad_origin"];
  const again: RefusalCode[] = [
    ...(namesItself(operation) ? (["idempotency_key_reused"] as const) : []),
    ...(creates ? (["idempotency_in_progress"] as const) : []),
  ];
  const common = COMMON_REFUSALS.filter((code) => {
    if (code === "payload_too_large") return body !== undefined || upload === true;
    return code !== "bad_request" || body !== undefined || query !== undefined || namesItself(operation);
  });
  return [...new Set([...who, ...refusals, ...(bodyRefusal ? [bodyRefusal] : []), ...again, ...common])];
}

/** A recorded reply to the call, for the examples of the reference; fields added since have their defaults. */
export function replyExample({ id, reply }: Operation): unknown {
  const recorded = (replyExamples as Record<string, unknown>)[id];
  const parsed = reply.schema?.safeParse(recorded);
  return parsed?.success ? parsed.data : recorded;
}

function replyObject(operation: Operation) {
  const { status, description, schema, csv, xlsx, file, events } = operation.reply;
  const example = replyExample(operation);
  const content = {
    ...(schema ? { "application/json": { schema, ...(example === undefined ? {} : { example }) } } : {}),
    ...(csv ? { "text/csv": { schema: z.string() } } : {}),
    ...(xlsx ? { [XLSX]: { schema: z.string().meta({ format: "binary" }) } } : {}),
    ...(events ? { "text/event-stream": { schema: z.string(), example: EVENTS_EXAMPLE } } : {}),
    ...(file ? { "*/*": { schema: z.string().meta({ format: "binary" }) } } : {}),
  };
  const headers = operation.creates ? { headers: REPLAYED } : {};
  return {
    [String(status)]: { description, ...headers, ...(schema || file || csv || events ? { content } : {}) },
  };
}

const EVENTS_EXAMPLE = `retry: 2000

event: view
id: 2
data: ${JSON.stringify(replyExamples.getView)}

event: board
data: ${JSON.stringify({ players: 2, standings: replyExamples.getLeaderboard.standings })}

: still here

event: end
data: {"reason":"ended"}
`;

const REPLAYED = {
  "Idempotent-Replayed": {
    description: "`true` on a reply that the first request with this key was given.",
    schema: { type: "string" as const, const: "true" },
  },
};
const RETRY_AFTER = {
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" as const, minimum: 1 } },
};

function problemObjects(codes: readonly RefusalCode[]) {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes)
    byStatus.set(REFUSALS[code].status, [...(byStatus.get(REFUSALS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      String(status),
      {
        description: of.map((code) => `\`${code}\`: ${REFUSALS[code].text}`).join("\n\n"),
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: {
          "application/problem+json": {
            schema: problemSchema,
            examples: Object.fromEntries(of.map((code) => [code, { value: problemOf(refuse(code).error) }])),
          },
        },
      },
    ]),
  );
}
