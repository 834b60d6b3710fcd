import { expect, type Page, type WebSocketRoute } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test.use({ serverOptions: { env: { SOCKET_ANSWERS_ABOVE: "2" } } });

test("[AD1] the room grows past the limit during a question: answers change doors, and a socket that dies with one loses and doubles nothing", async ({
  startSession,
  player,
  api,
}) => {
  const session = await startSession(CAPITALS);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada");
  const line = await watchedLine(ada.page);
  const byAction: string[] = [];
  ada.page.on("request", (request) => {
    if ("next-action" in request.headers()) byAction.push(request.postData() ?? "");
  });
  await ada.joinsByLink(session.joinUrl);
  await session.starts();
  await expect(ada.option("Paris")).toBeEnabled();
  expect(line.doors.at(-1)).toBe("action");
  byAction.length = 0;

  // Two more come in, and the phone hears of its new door in the middle of the question.
  const late = [await session.admits("Ben"), await session.admits("Cleo")];
  line.drop();
  await expect.poll(() => line.doors.at(-1)).toBe("socket");

  // The socket takes the answer to the server and dies with the outcome; the action gets it instead.
  line.dieAfterAnswer();
  await ada.answers("Paris");
  await ada.seesSaved();
  expect(line.answersSent()).toBe(1);
  expect(byAction).toHaveLength(1);
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  const stored = async () => {
    const { body } = await api.get<{ answers: { name: string; questionIndex: number; points: number }[] }>(
      `/sessions/${session.sessionId}/results/answers`,
    );
    return body.answers.filter(({ name }) => name === "Ada");
  };
  const [first, ...doubled] = await stored();
  expect(doubled).toEqual([]);
  expect((await session.standings())[0]).toMatchObject({ name: "Ada", score: first?.points });

  // They leave, and the room is small again.
  for (const { playerId } of [...late, ravi]) await session.command({ command: "kick", playerId });
  await session.goesOn();
  await session.goesOn();
  await expect.poll(() => line.doors.at(-1)).toBe("action");
  await ada.answers("Sydney");
  await ada.seesOutcome("Not this time");
  expect(line.answersSent()).toBe(1);
  expect(byAction).toHaveLength(2);
  expect((await stored()).map(({ questionIndex }) => questionIndex)).toEqual([0, 1]);
});

/** The phone's socket, with a hand on it. */
async function watchedLine(page: Page) {
  const doors: string[] = [];
  let answers = 0;
  let dies = false;
  let open: WebSocketRoute | null = null;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    open = socket;
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      server.send(message);
      if (JSON.parse(String(message)).type === "answer") answers++;
    });
    server.onMessage((message) => {
      const { type, view } = JSON.parse(String(message));
      if (type === "ack" && dies) {
        dies = false;
        socket.close();
        return;
      }
      if (type === "view" || type === "welcome") doors.push(view.door);
      socket.send(message);
    });
  });
  return {
    doors,
    answersSent: () => answers,
    drop: () => open?.close(),
    dieAfterAnswer: () => {
      dies = true;
    },
  };
}
