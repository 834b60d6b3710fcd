import { onTestFinished, test } from "vitest";
import { startServer } from "#tests/support/server.ts";
import { readEmbedded } from "../stored-game.ts";
import { expectOneStory, finished, killedAndBack, overWhileAway, sitDown } from "./durable-game.ts";

test("[DU1] embedded: SIGKILL in the middle of questions loses no acknowledged answer, and the game goes on", async () => {
  const server = await startServer();
  onTestFinished(async () => void (await server.stop()));
  const table = await sitDown(server);
  await killedAndBack(table);
  await overWhileAway(table);
  const report = await finished(table);
  await server.kill();
  expectOneStory(await readEmbedded(server.dataDir, table.sessionId), report);
});
