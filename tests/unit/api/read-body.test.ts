import { expect, test } from "vitest";
import { z } from "zod";
import { fromNext } from "#lib/api/call-request.ts";
import { readBody } from "#lib/api/read-body.ts";

const schema = z.strictObject({ name: z.string() });

test("[API2] no more than the limit is held, whatever the headers claim", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(32));
    },
  });
  const init = {
    method: "POST",
    body: endless,
    duplex: "half",
    headers: { "content-type": "application/json" },
  };
  const body = await readBody(fromNext(new Request("http://x", init as RequestInit)), {
    schema,
    maxBytes: 65_536,
  });
  expect(body).toMatchObject({ ok: false, error: { code: "payload_too_large" } });
  expect(sent).toBeLessThan(200_000);
});

test("[API2] a body is JSON of the schema; each problem has its place", async () => {
  const send = (text: string) =>
    readBody(
      fromNext(
        new Request("http://x", {
          method: "POST",
          body: text,
          headers: { "content-type": "application/json; charset=utf-8" },
        }),
      ),
      { schema },
    );
  expect(await send('{"name":"Ada"}')).toEqual({ ok: true, value: { name: "Ada" } });
  expect(await send('{"name":1,"__proto__":{"x":1},"y":2}')).toMatchObject({
    ok: false,
    error: {
      code: "bad_request",
      problems: expect.arrayContaining([{ path: "name", message: "This must be text." }]),
    },
  });
  expect(await send('["name"]')).toMatchObject({ ok: false, error: { code: "bad_request" } });
});

test("[IN2] a body that nests deeper than any of ours is refused before it is read", async () => {
  const send = (depth: number) =>
    readBody(
      fromNext(
        new Request("http://x", {
          method: "POST",
          body: `{"name":${"[".repeat(depth)}"]["${"]".repeat(depth)}}`,
          headers: { "content-type": "application/json" },
        }),
      ),
      { schema: z.strictObject({ name: z.unknown() }) },
    );
  expect(await send(7)).toMatchObject({ ok: true });
  for (const depth of [40, 10_000, 100_000])
    expect(await send(depth)).toMatchObject({ ok: false, error: { code: "bad_request" } });
});
