import type { Operation } from "./operation.ts";

const CREDENTIALS = { none: null, host: "$API_KEY", player: "$PLAYER_TOKEN", screen: "$API_KEY" } as const;

/** A call as one would type it, with the variables the reference explains at its top. */
export function curlExample({ method, path, auth, example, upload, reply }: Operation): string {
  const credential = CREDENTIALS[auth];
  const url = `"$OVATION/api/v1${path.replace("{id}", "$ID").replace("{pin}", "$PIN")}"`;
  const lines = [
    method === "GET" ? `curl ${url}` : `curl -X ${method} ${url}`,
    ...(credential ? [`-H "Authorization: Bearer ${credential}"`] : []),
    ...(example
      ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(example).replaceAll("'", "’")}'`]
      : []),
    ...(upload ? ['--data-binary "@picture.webp"'] : []),
    ...(reply.csv ? ['-H "Accept: text/csv"  # or leave it out, for JSON'] : []),
  ];
  return lines.join(" \\\n  ");
}
