import { z } from "zod";
import { cleanTyped } from "../clean-text.ts";

/**
 * The schema of the same thing while it is being written: the same fields and none besides, but a text may be empty or
 * long, a list short, and a number or a verdict of the thing itself missing. What has a default keeps it. Names of files, languages and
 * questions stay strict: they are not typed.
 */
export function unfinished(schema: z.ZodType): z.ZodType {
  return loose(schema, "top");
}

/** Far above what a quiz can have: what is too long is a thing to finish, not a reason to lose it. */
export const TYPED_MAX = 20_000;
const LIST_MAX = 50;
const CHOSEN = ["id", "language"];

type Place = "top" | "inside";

function loose(schema: z.ZodType, place: Place): z.ZodType {
  const def = schema.def as Def;
  switch (def.type) {
    case "object":
      return z.strictObject(looseShape(def.shape, place));
    case "array":
      return z.array(loose(def.element, "inside")).max(LIST_MAX, `At most ${LIST_MAX} fit here.`).default([]);
    case "optional":
      return optional(loose(def.innerType, "inside"));
    case "default":
      return z.preprocess(
        (value) => value ?? undefined,
        withoutDefault(loose(def.innerType, "inside")).default(def.defaultValue as never),
      );
    case "string":
      return typedText.default("");
    case "number":
      return place === "top" ? optional(z.number()) : z.number();
    case "boolean":
      return place === "top" ? optional(schema) : schema;
    case "union":
      return z.union(def.options.map((each) => withoutDefault(loose(each, "inside"))));
    default:
      // one of a list, one value: there is nothing half written about them
      return schema;
  }
}

function looseShape(shape: Record<string, z.ZodType>, place: Place): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => {
      if (CHOSEN.includes(name)) return [name, field];
      // Items of a list must be complete: a place without its numbers is not a place.
      return [name, loose(field, place)];
    }),
  );
}

const typedText = z
  .string("This must be text.")
  .max(TYPED_MAX, { abort: true, error: `At most ${TYPED_MAX} characters can be kept here.` })
  .overwrite(cleanTyped);

/** JSON writes a number that is none as null. */
function optional(schema: z.ZodType): z.ZodType {
  return z.preprocess((value) => value ?? undefined, withoutDefault(schema).optional());
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  const def = schema.def as Def;
  return def.type === "default" ? def.innerType : schema;
}

type Def =
  | { type: "object"; shape: Record<string, z.ZodType> }
  | { type: "array"; element: z.ZodType }
  | { type: "optional"; innerType: z.ZodType }
  | { type: "default"; innerType: z.ZodType; defaultValue: unknown }
  | { type: "union"; options: z.ZodType[] }
  | { type: "string" | "number" | "boolean" };
