import type { Session } from "../fixtures/session.ts";
import { DESKS, desk, phone } from "./cast.ts";
import type { Plate } from "./plates.ts";
import type { GalleryRun } from "./play-session.ts";

/** What is there before and after a game: the door, the landing page, the host's desk, the editor, the results. */
export async function visitTheRest(
  run: GalleryRun,
  session: Session,
  plates: readonly Plate[],
): Promise<void> {
  const { options, house, api } = run;
  if (options.screens.includes("phone")) await visitTheDoor(run, session);
  if (!options.screens.includes("host")) return;
  await visitTheDesk(run, session);
  const quiz = { title: "Every kind", questions: plates.map(({ question }) => question) };
  const { id } = (await api.post<{ id: string }>("/quizzes", quiz)).body;
  const editor = await desk(house, `/host/quizzes/${id}`);
  const list = editor.page.getByRole("navigation", { name: "Questions" }).getByRole("listitem");
  for (const [place, { name, question }] of plates.entries()) {
    await list.nth(place).getByRole("button", { name: question.prompt }).click();
    await run.camera.take(editor, name, "editor");
  }
  await editor.page.context().close();
}

async function visitTheDoor({ house, api, camera, options }: GalleryRun, session: Session): Promise<void> {
  const quiz = { title: "A night at the observatory", questions: [TEA] };
  const { pin } = await api.startSession(quiz);
  for (const language of options.languages) {
    const visitor = await phone(house, language);
    const both = { ...visitor, sizes: [...visitor.sizes, ...DESKS] };
    await visitor.page.goto("/");
    await camera.take(both, "landing", "landing");
    await visitor.page.goto(`/join?pin=${pin}`);
    await camera.take(both, "join", "join");
    await visitor.page.goto(`/join?pin=${session.pin === "000000" ? "000001" : "000000"}`);
    await camera.take(visitor, "join", "refused");
    await visitor.page.goto("/nowhere");
    await camera.take(visitor, "not-found", "not-found");
    await visitor.page.context().close();
  }
}

const TEA = { kind: "poll", prompt: "Tea or coffee?", options: [{ text: "Tea" }, { text: "Coffee" }] };

async function visitTheDesk({ house, camera }: GalleryRun, { sessionId }: Session): Promise<void> {
  const host = await desk(house, "/host");
  await camera.take(host, "dashboard", "dashboard");
  await host.page.goto(`/host/sessions/${sessionId}/results`);
  await camera.take(host, "results", "results");
  await host.page.context().clearCookies();
  await host.page.goto("/sign-in");
  await camera.take(host, "sign-in", "sign-in");
  await host.page.context().close();
}
