import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { playerCookieName } from "#lib/auth/cookies.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { Guest, Session } from "../fixtures/session.ts";
import type { Size, Subject } from "./camera.ts";
import type { GalleryOptions, Language, Wish } from "./options.ts";

export const DESKS: readonly Size[] = [{ width: 1280, height: 800 }];

/** A phone in the game. One of them answers right and the other wrong, in each language. */
export interface Phone extends Subject {
  guest: Guest;
  answers: "right" | "wrong";
}

export interface Cast {
  phones: readonly Phone[];
  screens: readonly Subject[];
  /** The control room. */
  desks: readonly Subject[];
  leave(): Promise<void>;
}

/** Everybody whose screen is photographed, seated in one session. */
export async function castOf(house: House, session: Session, options: GalleryOptions): Promise<Cast> {
  const { screens, languages } = options;
  const phones: Phone[] = [];
  const stages: Subject[] = [];
  const desks: Subject[] = [];
  for (const language of languages) {
    if (screens.includes("phone"))
      for (const answers of ["right", "wrong"] as const)
        phones.push(await seatedPhone(house, session, language, answers));
    if (screens.includes("screen")) stages.push(await bigScreen(house, session, language));
  }
  if (screens.includes("host")) desks.push(await desk(house, `/host/sessions/${session.sessionId}`));
  const leave = async () => {
    for (const { page } of [...phones, ...stages, ...desks]) await page.context().close();
  };
  return { phones, screens: stages, desks, leave };
}

/** The one browser and the one server. */
export interface House {
  browser: Browser;
  server: TestServer;
  /** A host's cookies. */
  signedIn: BrowserContextOptions["storageState"];
  /** Sizes of phones and of big screens. */
  phones: readonly Size[];
  stages: readonly Size[];
  wishes: readonly Wish[];
}

/** A phone at the door. */
export async function phone(house: House, language: Language): Promise<Subject> {
  const page = await opened(house, { locale: language, isMobile: true, hasTouch: true });
  return { page, screen: "phone", language, sizes: house.phones };
}

/** A host's computer. */
export async function desk(house: House, path: string): Promise<Subject> {
  const page = await opened(house, { storageState: house.signedIn, viewport: DESKS[0] });
  await page.goto(path);
  return { page, screen: "host", language: "en", sizes: DESKS };
}

const NAMES = {
  en: { right: "Ada", wrong: "Maximiliana Featherstone" },
  vi: { right: "Lan", wrong: "Nguyễn Hoàng Bảo Trân" },
  es: { right: "Lucía", wrong: "María de los Ángeles" },
  fr: { right: "Chloé", wrong: "Jean-Baptiste Lefèvre" },
  de: { right: "Jörg", wrong: "Friederike Großmann" },
  ar: { right: "سارة", wrong: "عبد الرحمن بن خالد" },
} as const satisfies Record<Language, { right: string; wrong: string }>;

async function seatedPhone(
  house: House,
  session: Session,
  language: Language,
  answers: "right" | "wrong",
): Promise<Phone> {
  const guest = await session.admits(NAMES[language][answers]);
  const subject = await phone(house, language);
  await subject.page.context().addCookies([
    {
      name: playerCookieName(session.sessionId),
      value: guest.token,
      url: house.server.url,
      httpOnly: true,
    },
  ]);
  await subject.page.goto(session.playPath);
  return { ...subject, guest, answers };
}

async function bigScreen(house: House, session: Session, language: Language): Promise<Subject> {
  const page = await opened(house, { locale: language, viewport: house.stages[0] });
  await page.goto(session.presenterUrl);
  return { page, screen: "screen", language, sizes: house.stages, ownLights: true };
}

async function opened(house: House, options: BrowserContextOptions): Promise<Page> {
  const { browser, server, wishes } = house;
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: house.phones[0],
    // Whatever moves has arrived when it is photographed.
    reducedMotion: "reduce",
    ...(wishes.includes("contrast") && { contrast: "more" }),
    ...(wishes.includes("forced-colors") && { forcedColors: "active" }),
    ...options,
  });
  const own = { largeText: wishes.includes("large-text"), plainFont: wishes.includes("plain-font") };
  if (own.largeText || own.plainFont)
    await context.addInitScript(
      (kept) => localStorage.setItem("ovation.personal", kept),
      JSON.stringify(own),
    );
  return context.newPage();
}
