import { inject } from "vitest";
import { createDatabase } from "./postgres.ts";

/** For contract tests: the URL of a new, empty database on the server that the whole run shares. */
export function freshDatabase(): Promise<string> {
  return createDatabase(inject("postgresUrl"));
}
