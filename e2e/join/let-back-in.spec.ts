import { expect } from "@playwright/test";
import type { Player } from "../fixtures/player.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import type { Session } from "../fixtures/session.ts";
import { test } from "../fixtures/test.ts";

async function isTakenOut({ page }: Player): Promise<void> {
  await expect(page.getByRole("heading", { name: "The host removed you" })).toBeVisible();
}

/** Two in the room; the player is `Ada`, who has joined with her own phone. */
async function playerIdOf(session: Session, api: { leaderboard(pin: string): Promise<unknown> }) {
  const { standings } = (await api.leaderboard(session.pin)) as {
    standings: { name: string; playerId: string }[];
  };
  return standings.find(({ name }) => name === "Ada")?.playerId;
}

test("[JN13] the phone of a player who is let back in comes back by itself, in the lobby and in a question", async ({
  startSession,
  player,
  api,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada");
  await ada.joinsByLink(session.joinUrl);
  const playerId = await playerIdOf(session, api);

  await session.command({ command: "kick", playerId });
  await isTakenOut(ada);
  await session.command({ command: "restore", playerId });
  await ada.seesLobby();

  await session.starts();
  await ada.answers("Paris");
  await ada.seesSaved();
  await session.command({ command: "kick", playerId });
  await isTakenOut(ada);
  await ada.page.reload();
  await isTakenOut(ada);
  await session.command({ command: "restore", playerId });
  await ada.seesSaved();
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
});

test("[JN13] it comes back where sockets are forbidden, too", async ({ startSession, player, api }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.routeWebSocket(/\/ws$/, (socket) => socket.close());
  await ada.joinsByLink(session.joinUrl);
  const playerId = await playerIdOf(session, api);
  await session.command({ command: "kick", playerId });
  await isTakenOut(ada);
  await session.command({ command: "restore", playerId });
  await ada.seesLobby();
});
