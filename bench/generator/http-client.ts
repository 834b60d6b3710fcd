import { Agent, request } from "node:http";

export interface Reply {
  status: number;
  text: string;
}

/** Posts over kept connections, at most so many at once: what waits for its turn is part of what a caller measures. */
export interface HttpClient {
  post(path: string, body: string, headers?: Record<string, string>): Promise<Reply>;
  close(): void;
}

export function httpClient(
  { host, port }: { host: string; port: number },
  { localAddress, connections }: { localAddress: string; connections: number },
): HttpClient {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: connections,
    localAddress,
    timeout: IDLE_MS,
  });
  return {
    post: (path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            host,
            port,
            path,
            agent,
            method: "POST",
            headers: {
              "content-type": "application/json",
              ...headers,
              "content-length": Buffer.byteLength(body),
            },
          },
          (response) => {
            let text = "";
            response.setEncoding("utf8").on("data", (part: string) => {
              text += part;
            });
            response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
            response.on("error", reject);
          },
        );
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Well below the five seconds after which a Node server closes an idle connection, perhaps under a request's feet. */
const IDLE_MS = 2_000;
