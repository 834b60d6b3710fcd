/** The log, where what takes it does not: a pipe that is not read, a reader that has ended, a full disk. */
import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { seen, startGame } from "../socket-game.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A pipe in which there is no room from the start. */
function fullPipe() {
  const folder = temporaryFolder("pipe");
  cleanUps.push(() => removeFolder(folder));
  const path = join(folder, "stdout");
  execFileSync("mkfifo", [path]);
  // Both ways, so that opening it waits for nobody.
  const reader = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  let filled = 0;
  for (const bytes of [4_096, 1]) {
    try {
      for (;;) filled += writeSync(reader, Buffer.alloc(bytes, "x"));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe("EAGAIN");
    }
  }
  const writer = openSync(path, constants.O_WRONLY);
  const piece = Buffer.alloc(65_536);
  return {
    writer,
    /** All that lies in it, without what it was filled with. */
    read(): string {
      let text = "";
      try {
        for (let bytes = 1; bytes > 0; ) {
          bytes = readSync(reader, piece);
          text += piece.toString("utf8", 0, bytes);
        }
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe("EAGAIN");
      }
      const rest = text.slice(Math.min(filled, text.length));
      filled -= text.length - rest.length;
      return rest;
    },
    close: () => closeSync(reader),
  };
}

async function start(stdout: number): Promise<TestServer> {
  const server = await startServer({ stdout, env: { LOG_LEVEL: "info" } });
  cleanUps.push(() => server.stop());
  closeSync(stdout);
  return server;
}

async function play(server: TestServer): Promise<void> {
  const question = { kind: "truefalse", prompt: "?", correct: true, timeLimitMs: 600_000 };
  const game = await startGame(server, ["Ada"], { quiz: { title: "Logged", questions: [question] } });
  await game.open(0);
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "a", questionIndex: 0, response: { choice: 0 } });
  await seen(socket, "ack");
  await game.reveal();
  await game.leave();
}

test("[LOG7] a log that is not read holds nothing up, not even the stop, and is whole once it is read", async () => {
  const pipe = fullPipe();
  const server = await start(pipe.writer);
  await play(server);
  let said = "";
  await eventually(() => {
    said += pipe.read();
    expect(said).toContain('"session-created"');
  });
  expect(await server.stop()).toBe(0);
  said += pipe.read();
  const lines = said.split("\n").filter((line) => line.startsWith("{"));
  const actions = lines.map((line) => JSON.parse(line)["event.action"]);
  expect(actions).toContain("server-started");
  expect(actions.at(-1)).toBe("server-stopped");
});

test("[LOG7] one that is never read lets the server stop all the same", async () => {
  const pipe = fullPipe();
  const server = await start(pipe.writer);
  expect(await server.stop()).toBe(0);
});

test("[LOG7] the reader of the log ends, and the game goes on", async () => {
  const pipe = fullPipe();
  const server = await start(pipe.writer);
  pipe.close();
  await play(server);
  expect(await server.metrics()).toMatch(/^quiz_log_lines_dropped_total [1-9]/m);
  expect(await server.stop()).toBe(0);
});

test("[LOG7] the disk of the log is full, and the game goes on", async () => {
  const server = await start(openSync("/dev/full", constants.O_WRONLY));
  await play(server);
  expect(await server.metrics()).toMatch(/^quiz_log_lines_dropped_total [1-9]/m);
  expect(await server.stop()).toBe(0);
});
