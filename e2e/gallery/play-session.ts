import type { Api } from "#tests/support/api.ts";
import { type Guest, type Session, sessionBy } from "../fixtures/session.ts";
import { arrivals } from "./arrivals.ts";
import type { Camera, Subject } from "./camera.ts";
import { type Cast, castOf, type House } from "./cast.ts";
import type { GalleryOptions } from "./options.ts";
import { storedLook } from "./picture.ts";
import type { OpenQuestion, Plate } from "./plates.ts";

/** The other players in the room. The last one only watches, which keeps every question open. */
const ROOM = [
  "Nguyễn Thị Minh Khai",
  "👩‍🚀 Nova",
  "山田太郎",
  "Zoë",
  "Noor",
  "Étienne",
  "Ivo",
  "Ludwig van B.",
  "Mo",
];

export interface GalleryRun {
  house: House;
  api: Api;
  camera: Camera;
  options: GalleryOptions;
}

/** One whole game: every plate through all its phases, then the podium and the end. Resolves to the session. */
export async function playSession(run: GalleryRun, played: readonly Plate[]): Promise<Session> {
  const { session, cast, room } = await gathered(run, played, { readingMs: 0 });
  const takeAll = picturesOf(run.camera, cast);
  await arrivals.lobby(cast);
  await takeAll("lobby", "lobby");
  await session.starts();
  for (const [index, plate] of played.entries()) {
    console.log(`${index + 1} of ${played.length}: ${plate.name}`);
    await playPlate({ session, cast, room, index, plate, takeAll, camera: run.camera });
    await session.goesOn();
    if ((await session.phase()) !== "standings") continue;
    if (index === 0) {
      await arrivals.standings(cast);
      await takeAll("standings", "standings");
    }
    await session.goesOn();
  }
  await arrivals.podium(cast, (await session.standings())[0]?.name ?? "");
  await takeAll("podium", "podium");
  await session.goesOn();
  await arrivals.ended(cast);
  await takeAll("ended", "ended");
  await cast.leave();
  return session;
}

/** Before a question opens, and while everything stands still. */
export async function playPause(run: GalleryRun, played: readonly Plate[]): Promise<void> {
  const { session, cast } = await gathered(run, played, { readingMs: 60_000 });
  const takeAll = picturesOf(run.camera, cast);
  await session.starts();
  await arrivals.question(cast, played[0]?.question.prompt ?? "");
  await takeAll("reading", "reading");
  await session.command("pause");
  await arrivals.paused(cast);
  await takeAll("paused", "paused");
  await cast.leave();
}

async function gathered({ house, api, options }: GalleryRun, played: readonly Plate[], chosen: object) {
  const look = options.room === "own" ? await storedLook(house.server) : { theme: options.room };
  const settings = { room: look, ...chosen };
  const quiz = { title: "A night at the observatory", questions: played.map(({ question }) => question) };
  const session = sessionBy(api, await api.startSession(quiz, settings));
  const cast = await castOf(house, session, options);
  const room: Guest[] = [];
  for (const name of ROOM) room.push(await session.admits(name));
  return { session, cast, room };
}

type Scene = {
  session: Session;
  cast: Cast;
  room: readonly Guest[];
  index: number;
  plate: Plate;
  camera: Camera;
  takeAll(plate: string, phase: string): Promise<void>;
};

async function playPlate({ session, cast, room, index, plate, camera, takeAll }: Scene): Promise<void> {
  await arrivals.question(cast, plate.question.prompt);
  if (plate.question.kind === "slide") return takeAll(plate.name, "slide");
  await session.isOpen();
  await arrivals.pads(cast);
  await takeAll(plate.name, "question");
  const open = await session.question<OpenQuestion>();
  for (const [nth, guest] of room.slice(0, -1).entries())
    await guest.answers(index, nth % 3 === 2 ? plate.wrong(open) : plate.right(open));
  for (const phone of cast.phones) await phone.guest.answers(index, plate[phone.answers](open));
  await Promise.all(cast.phones.map(arrivals.saved));
  for (const phone of cast.phones.filter(({ answers }) => answers === "right"))
    await camera.take(phone, plate.name, "saved");
  await session.closesQuestion();
  await arrivals.reveal(cast);
  for (const phone of cast.phones) await camera.take(phone, plate.name, `reveal-${phone.answers}`);
  for (const each of [...cast.screens, ...cast.desks]) await camera.take(each, plate.name, "reveal");
}

/** All screens at once: a phase is caught by every one of them. Of two phones in one language the first is enough. */
function picturesOf(camera: Camera, { phones, screens, desks }: Cast) {
  const subjects: Subject[] = [...phones.filter(({ answers }) => answers === "right"), ...screens, ...desks];
  return async (plate: string, phase: string) => {
    await Promise.all(subjects.map((subject) => camera.take(subject, plate, phase)));
  };
}
