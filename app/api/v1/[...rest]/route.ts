import { noSuchCall } from "#lib/api/route.ts";

export {
  noSuchCall as DELETE,
  noSuchCall as GET,
  noSuchCall as PATCH,
  noSuchCall as POST,
  noSuchCall as PUT,
};
