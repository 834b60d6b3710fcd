import { z } from "zod";
import type { Position, Sort } from "../../quiz/library/library-store.ts";

const cursorSchema = z.discriminatedUnion("sort", [
  z.object({ sort: z.literal("title"), key: z.string().max(200), id: z.string().max(40) }),
  z.object({ sort: z.enum(["changed", "played"]), key: z.int().min(0), id: z.string().max(40) }),
]);

/** Where a page of a list ended, as a client hands it back. It holds nothing that its host does not know. */
export function writeCursor({ key, id }: Position, sort: Sort): string {
  return Buffer.from(JSON.stringify({ sort, key, id })).toString("base64url");
}

/** Null for what is no cursor of a list that is sorted so. */
export function readCursor(cursor: string, sort: Sort): Position | null {
  try {
    const {
      sort: was,
      key,
      id,
    } = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return was === sort ? { key, id } : null;
  } catch {
    return null;
  }
}
