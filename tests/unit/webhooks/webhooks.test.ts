import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createWebhookSender, RETRY_AFTER_MS } from "#lib/webhooks/webhook-sender.ts";
import { createWebhookSecrets, signedHeaders } from "#lib/webhooks/webhook-signature.ts";
import type { DeliveryOutcome, LeasedDelivery } from "#lib/webhooks/webhook-store.ts";
import { isPrivate, sendToTarget, targetProblem } from "#lib/webhooks/webhook-target.ts";
import { eventually } from "#tests/support/waiting.ts";

test("[WH2] a message is signed as Standard Webhooks says (its published example)", () => {
  const headers = signedHeaders(
    {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      payload: '{"test": 2432232314}',
      secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    },
    1_614_265_330_000,
  );
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("[WH2] secrets follow from the server's own and the webhook's, and none from the other", () => {
  const [one, two] = [
    createWebhookSecrets("a secret of one server"),
    createWebhookSecrets("of another one!!"),
  ];
  expect(one("salt")).toBe(one("salt"));
  expect(new Set([one("salt"), one("other"), two("salt")]).size).toBe(3);
  expect(one("salt")).toMatch(/^whsec_[\w+/]{43}=$/);
});

test.each([
  ...["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
  ...["224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"],
  ...["2002:a00:1::", "2001:db8::1", "ff02::1"],
])("[WH5] %s is private", (address) => expect(isPrivate(address)).toBe(true));

test.each(["93.184.216.34", "172.32.0.1", "2606:4700::1111", "8.8.8.8"])("[WH5] %s is public", (address) =>
  expect(isPrivate(address)).toBe(false),
);

test.each([
  ...["http://example.org/", "ftp://example.org", "https://localhost/", "https://[::1]/", "https://127.1/"],
  ...[
    "https://2130706433/",
    "https://intranet/",
    "https://me:you@example.org/",
    "nothing",
    "https://x.localhost.",
  ],
])("[WH5] nothing is sent to %s", (url) => expect(targetProblem(url, { allowPrivate: false })).toBeTruthy());

test("[WH5] a name that leads to this machine, a redirect and an endless reply get nowhere", async () => {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? "");
    if (req.url === "/moved") res.writeHead(302, { location: "/secret" }).end();
    else if (req.url === "/endless") {
      res.writeHead(200);
      const pour = () => {
        while (res.writable && res.write(Buffer.alloc(16_384)));
      };
      res.on("drain", pour);
      pour();
    } else if (req.url !== "/hangs") res.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const post = (path: string, allowPrivate = true, timeoutMs = 60_000) =>
    sendToTarget(`http://127.0.0.1:${port}${path}`, {
      headers: {},
      body: "{}",
      rules: { allowPrivate, timeoutMs },
    });
  expect(await post("/fine")).toEqual({ status: 204 });
  expect(await post("/moved")).toEqual({ status: 302 });
  expect(await post("/endless")).toEqual({ status: 200 });
  await expect(post("/hangs", true, 50)).rejects.toThrow("No reply within");
  await expect(post("/fine", false)).rejects.toThrow("https");
  const named = sendToTarget(`https://localhost.example.test:${port}/`, {
    headers: {},
    body: "{}",
    rules: { allowPrivate: false, timeoutMs: 60_000 },
  });
  await expect(named).rejects.toThrow();
  expect(asked).toEqual(["/fine", "/moved", "/endless", "/hangs"]);
  server.closeAllConnections();
  server.close();
});

/** A sender whose store hands out one delivery, and keeps what became of it. */
function sending(answer: () => Promise<{ status: number }>, attempts = 1) {
  const settled: DeliveryOutcome[] = [];
  const delivery: LeasedDelivery = {
    id: "msg_1",
    webhookId: "w",
    url: "",
    salt: "",
    payload: "{}",
    attempts,
  };
  let left = [delivery];
  const sender = createWebhookSender({
    store: {
      collect: async () => 0,
      lease: async () => left.splice(0),
      settle: async (_, outcome) => void settled.push(outcome),
      removeOldDeliveries: async () => {},
    },
    send: answer,
    now: () => 1_000,
    random: () => 0.5,
    onError: (error) => {
      throw error;
    },
  });
  return {
    sender,
    async outcome() {
      sender.poke();
      await eventually(() => expect(settled).toHaveLength(1));
      left = [];
      await sender.stop();
      return settled[0];
    },
  };
}

test("[WH3] any 2xx is a yes; the rest is tried again later and later, ten times over a day", async () => {
  expect(await sending(async () => ({ status: 202 })).outcome()).toMatchObject({
    state: "delivered",
    nextAtMs: null,
  });
  const moved = await sending(async () => ({ status: 302 })).outcome();
  expect(moved).toMatchObject({ state: "pending", status: 302, nextAtMs: 1_000 + RETRY_AFTER_MS[0] });
  const broken = await sending(() => Promise.reject(new Error("connect ECONNREFUSED")), 4).outcome();
  expect(broken).toMatchObject({ state: "pending", status: null, error: "connect ECONNREFUSED" });
  expect(broken?.nextAtMs).toBe(1_000 + RETRY_AFTER_MS[3]);
  expect(await sending(async () => ({ status: 500 }), 10).outcome()).toMatchObject({
    state: "failed",
    nextAtMs: null,
  });
  const dayMs = RETRY_AFTER_MS.reduce((sum, ms) => sum + ms, 0);
  expect(dayMs / 3_600_000).toBeGreaterThan(23);
  expect(dayMs / 3_600_000).toBeLessThan(26);
  expect(RETRY_AFTER_MS).toHaveLength(9);
});
