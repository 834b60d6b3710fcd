import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { REFUSALS, type RefusalCode } from "../kernel/refusal.ts";
import { ackSchema, standingSchema } from "../protocol/shapes.ts";
import { quizSchema } from "../quiz/quiz.ts";
import { responseSchema } from "../quiz/response.ts";
import { youSchema } from "../session/players/you.ts";
import { resultsSchema } from "../session/reports/results.ts";
import { viewSchema } from "../session/reports/view.ts";
import { settingsSchema } from "../session/settings.ts";
import { type Operation, parameterNames } from "./operation.ts";
import { COMMON_REFUSALS, operations } from "./operations.ts";
import { problemSchema, sessionSchema, storedQuizSchema } from "./reply-schemas.ts";
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
      description: "Live quizzes: write a quiz, open a session, join by PIN, answer, read the standings.",
    },
    servers: [{ url: "/" }],
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
    tags: [path.split("/")[1] ?? ""],
    security: SECURITY[operation.auth],
    requestParams: { ...(names.length > 0 ? { path: pathParameters } : {}), ...(query ? { query } : {}) },
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
    responses: { ...replyObject(operation.reply), ...problemObjects(refusalsOf(operation)) },
  };
}

const SECURITY: Record<Operation["auth"], Record<string, string[]>[]> = {
  none: [],
  host: [{ apiKey: [] }],
  player: [{ playerToken: [] }],
  screen: [{ apiKey: [] }, { presenterKey: [] }],
};

/** Every code a call may refuse with. */
export function refusalsOf({ auth, refusals, body, upload, query }: Operation): RefusalCode[] {
  const who: RefusalCode[] =
    auth === "none" ? [] : auth === "player" ? ["bad_token"] : ["unauthenticated", "bad_token", "forbidden"];
  const common = COMMON_REFUSALS.filter((code) => {
    if (code === "payload_too_large") return body !== undefined || upload === true;
    return code !== "bad_request" || body !== undefined || query !== undefined;
  });
  return [...new Set([...who, ...refusals, ...common])];
}

function replyObject({ status, description, schema, csv, file }: Operation["reply"]) {
  const content = {
    ...(schema ? { "application/json": { schema } } : {}),
    ...(csv ? { "text/csv": { schema: z.string() } } : {}),
    ...(file ? { "*/*": { schema: z.string().meta({ format: "binary" }) } } : {}),
  };
  return { [String(status)]: { description, ...(schema || file ? { content } : {}) } };
}

function problemObjects(codes: readonly RefusalCode[]) {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes)
    byStatus.set(REFUSALS[code].status, [...(byStatus.get(REFUSALS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      String(status),
      {
        description: of.map((code) => `\`${code}\`: ${REFUSALS[code].text}`).join("\n\n"),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}
