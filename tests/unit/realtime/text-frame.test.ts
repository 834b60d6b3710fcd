import type { Writable } from "node:stream";
import { expect, test } from "vitest";
import * as ws from "ws";
import { textFrame } from "#lib/realtime/text-frame.ts";

/** Not among the package's types. */
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Writable };

/** What a reader makes of these bytes. */
function read(bytes: Buffer): string[] {
  const messages: string[] = [];
  const receiver = new Receiver({ isServer: false });
  receiver.on("message", (data: Buffer) => messages.push(data.toString()));
  receiver.write(bytes);
  return messages;
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  "[RT1] a frame of %i bytes is read as it was written",
  (length) => {
    const text = "x".repeat(length);
    expect(read(textFrame(text))).toEqual([text]);
  },
);

test("[RT1] a frame is put together from texts and bytes, in any script", () => {
  const shared = Buffer.from(`{"name":"Zoë 👩‍🚀",`);
  const own = `"line":"${"ש".repeat(80)}"}`;
  expect(read(textFrame(shared, own))).toEqual([`${shared}${own}`]);
});

test("[RT1] frames that are written together are read one after the other", () => {
  expect(read(Buffer.concat([textFrame("{}"), textFrame("a".repeat(300))]))).toEqual(["{}", "a".repeat(300)]);
});
