import { asyncApiDocument } from "#lib/api/asyncapi.ts";

/** Made from the messages that sockets are read by, so it is the same for every request until the next build. */
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(asyncApiDocument());
}
