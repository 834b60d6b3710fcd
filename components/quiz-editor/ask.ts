/** The reply of the API, or an `Error` whose message is for the host. */
export async function ask<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  let response: Response;
  let body: Body & { detail?: string };
  try {
    response = await fetch(`/api/v1${path}`, init);
    body = await response.json();
  } catch {
    throw new Error("The server cannot be reached. Check the connection and try again.");
  }
  if (!response.ok) throw new Error(body.detail ?? "The server did not answer that.");
  return body;
}
