/**
 * `npm run client`: makes the types of packages/client from the tables that the server works by: its calls from the OpenAPI
 * document, its messages from the AsyncAPI one. tests/unit/client-package.test.ts says when that is to be done again.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { asyncApiDocument } from "#lib/api/asyncapi.ts";
import { openApiDocument } from "#lib/api/openapi.ts";
import { CLOSE_CODES } from "#lib/protocol/close-codes.ts";
import { PROTOCOL_VERSION } from "#lib/protocol/version.ts";

const FOLDER = join(import.meta.dirname, "../packages/client/src");
const MADE = "// Made by `npm run client` from the server's own schemas. Do not edit.";

interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema | boolean;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  description?: string;
  format?: string;
}

interface Body {
  content?: Record<string, { schema: Schema }>;
}

interface Call {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: Body;
  responses: Record<string, Body>;
}

/** By the name of the file. */
export function clientSources(): Record<string, string> {
  return { "operations.ts": operationsSource(), "messages.ts": messagesSource() };
}

function operationsSource(): string {
  const document = openApiDocument() as unknown as {
    paths: Record<string, Record<string, Call>>;
    components: { schemas: Record<string, Schema> };
  };
  const types = Object.entries(document.components.schemas).map(([name, schema]) => namedType(name, schema));
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => callSource(method.toUpperCase(), path, call)),
  );
  return [MADE, `import type { Operation } from "./operation.ts";`, "", ...types, ...calls].join("\n");
}

function callSource(method: string, path: string, call: Call): string {
  const { operationId, summary, parameters = [], requestBody, responses } = call;
  const [, success = {}] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const json = success.content?.["application/json"]?.schema;
  const kind = json ? "json" : success.content ? "raw" : "none";
  const reply = json ? typeOf(json) : success.content ? "globalThis.Response" : "null";
  const of = (where: string) => parameters.filter((each) => each.in === where);
  const fields = (where: string) =>
    `{ ${of(where)
      .map(({ name, required, schema }) => `${key(name)}${required ? "" : "?"}: ${typeOf(schema)}`)
      .join("; ")} }`;
  const body = requestBody?.content?.["application/json"]?.schema;
  const input = [
    of("path").length > 0 ? `params: ${fields("path")}` : "",
    of("query").length > 0
      ? `query${of("query").some(({ required }) => required) ? "" : "?"}: ${fields("query")}`
      : "",
    body ? `body: ${typeOf(body)}` : requestBody ? "body: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>" : "",
  ].filter(Boolean);
  return [
    `/** ${summary}. */`,
    `export const ${operationId}: Operation<${input.length === 0 ? "Record<never, never>" : `{ ${input.join("; ")} }`}, ${reply}> = {`,
    `  method: "${method}", path: ${JSON.stringify(path)}, reply: "${kind}",`,
    "};",
    "",
  ].join("\n");
}

function messagesSource(): string {
  const { components } = asyncApiDocument() as unknown as {
    components: { messages: Record<string, { payload: Schema; summary: string }> };
  };
  const of = (direction: string) =>
    Object.entries(components.messages).filter(([name]) => name.startsWith(`${direction}-`));
  const nameOf = (name: string) =>
    `${capital(name.slice(name.indexOf("-") + 1))}Message${name.startsWith("server-") ? "FromServer" : ""}`;
  const types = [...of("client"), ...of("server")].map(
    ([name, { payload, summary }]) => `/** ${summary} */\n${namedType(nameOf(name), payload)}`,
  );
  const union = (direction: string) =>
    of(direction)
      .map(([name]) => nameOf(name))
      .join(" | ");
  const codes = Object.fromEntries(Object.entries(CLOSE_CODES).map(([name, { code }]) => [name, code]));
  return [
    MADE,
    `export const PROTOCOL_VERSION = ${PROTOCOL_VERSION};`,
    `/** Why the server closes a socket. */\nexport const CLOSE_CODES = ${JSON.stringify(codes)} as const;`,
    ...types,
    `export type ClientMessage = ${union("client")};`,
    `export type ServerMessage = ${union("server")};`,
    "",
  ].join("\n\n");
}

function namedType(name: string, schema: Schema): string {
  return `export type ${name} = ${typeOf(schema)};\n`;
}

/** A type of TypeScript for a schema. What a schema says of lengths and ranges stays the server's. */
function typeOf(schema: Schema | boolean): string {
  if (typeof schema === "boolean") return schema ? "unknown" : "never";
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "unknown";
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const { anyOf, oneOf, allOf } = schema;
  const options = anyOf ?? oneOf;
  if (options) return [...new Set(options.map((option) => grouped(typeOf(option))))].join(" | ");
  if (allOf) return allOf.map((part) => grouped(typeOf(part))).join(" & ");
  const kinds = [schema.type ?? []].flat();
  if (kinds.length === 0) return schema.properties ? objectOf(schema) : "unknown";
  return kinds.map((kind) => plainType(kind, schema)).join(" | ");
}

function plainType(kind: string, schema: Schema): string {
  switch (kind) {
    case "string":
    case "boolean":
    case "null":
      return kind;
    case "integer":
    case "number":
      return "number";
    case "array":
      return schema.prefixItems
        ? `[${schema.prefixItems.map(typeOf).join(", ")}]`
        : `${grouped(typeOf(schema.items ?? {}))}[]`;
    case "object":
      return objectOf(schema);
    default:
      throw new Error(`no type for ${kind}`);
  }
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, field]) => {
    const about = field.description ? `/** ${field.description.replaceAll("*/", "* /")} */ ` : "";
    return `${about}${key(name)}${required.includes(name) ? "" : "?"}: ${typeOf(field)}`;
  });
  const others =
    typeof additionalProperties === "object" ? `Record<string, ${typeOf(additionalProperties)}>` : null;
  if (fields.length === 0)
    return others ?? (additionalProperties === false ? "Record<string, never>" : "Record<string, unknown>");
  return `{ ${fields.join("; ")} }${others ? ` & ${others}` : ""}`;
}

function grouped(type: string): string {
  return / [|&] /.test(type) ? `(${type})` : type;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

if (process.argv[1] === import.meta.filename)
  for (const [name, text] of Object.entries(clientSources())) writeFileSync(join(FOLDER, name), text);
