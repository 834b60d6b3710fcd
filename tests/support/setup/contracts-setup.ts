import type { TestProject } from "vitest/node";
import { ensureParts } from "../programs/parts.ts";
import { startPostgres } from "../programs/postgres.ts";

/** One Postgres server for all contract tests; each test file makes its own database on it (./database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureParts(["postgres", "redis"]);
  const server = await startPostgres();
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}
