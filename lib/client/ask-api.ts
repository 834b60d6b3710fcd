interface Asked {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  /** Never from the browser's cache. */
  fresh?: true;
}

/** Calls the REST API as the host who is signed in here. Throws an `Error` whose message is for them. */
export async function askApi<Reply>(
  path: string,
  { method = "GET", body, fresh }: Asked = {},
): Promise<Reply> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    ...(fresh ? { cache: "no-store" } : {}),
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (!response) throw new Error(NOT_REACHED);
  if (response.status === 204) return null as Reply;
  const reply = (await response.json().catch(() => null)) as (Reply & Refused) | null;
  if (response.ok && reply !== null) return reply;
  throw new Error(reply?.problems?.[0]?.message ?? reply?.detail ?? NOT_REACHED);
}

interface Refused {
  detail?: string;
  problems?: { message: string }[];
}

const NOT_REACHED = "The server cannot be reached. Check the connection and try again.";
