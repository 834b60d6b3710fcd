import { openApiDocument } from "#lib/api/openapi.ts";

/** Made from the table of operations, so it is the same for every request until the next build. */
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(openApiDocument());
}
