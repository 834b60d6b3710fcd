import { expect, onTestFinished, test } from "vitest";
import { createHttp, type HttpHandlers } from "#lib/http/http.ts";
import { freePort } from "#tests/support/programs/ports.ts";

async function served(onRequest: HttpHandlers["onRequest"]) {
  const failures: unknown[] = [];
  const port = await freePort();
  const http = createHttp({ host: "127.0.0.1", port, trustedProxies: 0 });
  await http.claimPort();
  onTestFinished(() => http.close());
  http.serve({
    headers: () => [],
    onRequest,
    onSocket: (_req, socket) => void socket.destroy(),
    onOtherUpgrade: (_req, socket) => void socket.destroy(),
    onFailure: (error) => failures.push(error),
  });
  return { url: `http://127.0.0.1:${port}`, failures };
}

test("[OPS4] a request that fails unforeseen is answered and told of, and the next one is served", async () => {
  const broken = new Error("nobody foresaw this");
  const { url, failures } = await served(async (req, res) => {
    if (req.url === "/broken") throw broken;
    res.end("fine");
  });
  const answer = await fetch(`${url}/broken`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain("our side");
  expect(await (await fetch(`${url}/next`)).text()).toBe("fine");
  expect(failures).toEqual([broken]);
});

test("[OPS4] an answer that had begun is broken off, so that nobody takes half of it for the whole", async () => {
  const { url, failures } = await served(async (_req, res) => {
    res.writeHead(200, { "Content-Length": "100" });
    res.write("half");
    throw new Error("in the middle");
  });
  await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
  expect(failures).toHaveLength(1);
});
