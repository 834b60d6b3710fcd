import { apiRoute } from "#lib/api/route.ts";

export {
  apiRoute as DELETE,
  apiRoute as GET,
  apiRoute as OPTIONS,
  apiRoute as PATCH,
  apiRoute as POST,
  apiRoute as PUT,
};
