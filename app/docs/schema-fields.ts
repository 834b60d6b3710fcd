import { z } from "zod";
import type { Operation } from "#lib/api/operation.ts";

/** One line of a field table. */
export interface SchemaField {
  name: string;
  type: string;
  required: boolean;
  meaning: string | undefined;
}

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  override?: JsonSchema;
}

export function bodyFields({ body, query }: Operation): SchemaField[] {
  return [...(query ? fieldsOf(query, "input", "?") : []), ...(body ? fieldsOf(body, "input", "") : [])];
}

export function replyFields({ reply }: Operation): SchemaField[] {
  return reply.schema ? fieldsOf(reply.schema, "output", "") : [];
}

function fieldsOf(schema: z.ZodType, io: "input" | "output", prefix: string): SchemaField[] {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
  const alternatives = json.oneOf ?? json.anyOf;
  // A union of commands: the tag, then what some of them carry.
  const merged = alternatives ? merge(alternatives) : json;
  const required = new Set(merged.required ?? []);
  return Object.entries(merged.properties ?? {}).map(([name, field]) => ({
    name: `${prefix}${name}`,
    type: typeOf(field),
    required: required.has(name) && field.default === undefined,
    meaning: field.description,
  }));
}

function merge(schemas: JsonSchema[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const schema of schemas) {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const known = properties[name];
      properties[name] =
        known?.const !== undefined
          ? { enum: [known.const, field.const] }
          : known?.enum
            ? { enum: [...known.enum, field.const] }
            : field;
    }
  }
  const required = Object.keys(properties).filter((name) =>
    schemas.every((each) => each.required?.includes(name)),
  );
  return { properties, required };
}

function typeOf(schema: JsonSchema): string {
  const { type, items, enum: values, const: only, anyOf, oneOf, minimum, maximum, override } = schema;
  if (override) return typeOf(override);
  if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (only !== undefined) return JSON.stringify(only);
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeOf))].join(" | ");
  if (items) return `list of ${typeOf(items)}`;
  if (type === "object") return shape(schema);
  const bounds =
    minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      ? `, ${minimum} to ${maximum}`
      : "";
  return `${[type ?? "anything"].flat().join(" | ")}${bounds}`;
}

/** The names of what is inside, which is mostly all one wants to know. */
function shape({ properties, required = [] }: JsonSchema): string {
  const names = Object.keys(properties ?? {}).map((name) => (required.includes(name) ? name : `${name}?`));
  return names.length === 0 ? "object" : `{ ${names.join(", ")} }`;
}
