import { createSocket } from "node:dgram";

/** A name server on 127.0.0.1 that knows IPv4 addresses alone, as a network of containers has one. */
export interface TestNames {
  readonly port: number;
  stop(): Promise<void>;
}

const HEADER = 12;
const TYPE_A = 1;

/** Answers every question for an IPv4 address with these, whatever the name. */
export async function startNames(addresses: readonly string[]): Promise<TestNames> {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const end = questionEnd(query);
    if (end > query.length) return;
    const answers = query.readUInt16BE(end - 4) === TYPE_A ? addresses.map(answer) : [];
    const header = Buffer.from(query.subarray(0, HEADER));
    // A reply without an error, from a server that would also ask others.
    header.writeUInt16BE(0x8180, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    header.fill(0, 8);
    socket.send(Buffer.concat([header, query.subarray(HEADER, end), ...answers]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    port: socket.address().port,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** Behind the name, a row of labels that an empty one ends, stand type and class. */
function questionEnd(query: Buffer): number {
  let at = HEADER;
  while (at < query.length && query[at] !== 0) at += query[at]! + 1;
  return at + 5;
}

/** For the name of the question, true for a second. */
function answer(address: string): Buffer {
  const head = Buffer.from([0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 1, 0, 4]);
  return Buffer.concat([head, Buffer.from(address.split(".").map(Number))]);
}
