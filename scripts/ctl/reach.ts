import { loadConfig } from "#lib/config/load.ts";
import { readLocalAccess } from "#lib/runtime/local-key.ts";
import type { Asked } from "./asked.ts";
import { CtlTrouble } from "./trouble.ts";

/** The server that is asked, and with what key. */
export interface Server {
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A reply that is a file. */
  download(path: string): Promise<Response>;
}

/** Null where no server is named and none that would let us in runs on this machine. */
export function findServer(asked: Pick<Asked, "url" | "key">): Server | null {
  const config = loadConfig();
  const local = asked.url || asked.key ? null : readLocalAccess(config.dataDir);
  if (local && !config.databaseUrl) return serverAt(local.url, local.key);
  const key = asked.key ?? config.ownerApiKey;
  if (!key) return null;
  return serverAt(asked.url ?? `http://127.0.0.1:${config.port}`, key);
}

export function reachServer(asked: Pick<Asked, "url" | "key">): Server {
  const server = findServer(asked);
  if (server) return server;
  throw new CtlTrouble(
    "No server of this machine lets ctl in. Say which one with --url, and give an API key of the scope “admin” with --key.",
  );
}

function serverAt(url: string, key: string): Server {
  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(new URL(`/api/v1${path}`, url), {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new CtlTrouble(`No server answers at ${url}.`);
    }
    if (response.ok) return response;
    const { detail } = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new CtlTrouble(detail ?? `${url} answers ${response.status}; is it a server of Ovation?`);
  }

  return {
    async call<T>(method: string, path: string, body?: unknown) {
      const response = await send(method, path, body);
      return (response.status === 204 ? null : await response.json()) as T;
    },
    download: (path) => send("GET", path),
  };
}
