import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { GalleryOptions, Language, ScreenName, Theme } from "./options.ts";

export interface Size {
  width: number;
  height: number;
}

/** One picture of the gallery: what it shows, and what the page itself said of its fit. */
export interface Picture {
  file: string;
  screen: ScreenName;
  plate: string;
  phase: string;
  size: string;
  theme: Theme;
  language: Language;
  /** Pixels that stick out to the side. */
  beyond: number;
  /** Pixels below the fold. */
  below: number;
}

export interface Subject {
  page: Page;
  screen: ScreenName;
  language: Language;
  sizes: readonly Size[];
  /** The big screen has lights of its own, whatever the device says. */
  ownLights?: boolean;
}

export interface Camera {
  readonly pictures: readonly Picture[];
  /** One picture for each size and theme. The page stays the same and is resized: a phase is caught by few pages. */
  take(subject: Subject, plate: string, phase: string): Promise<void>;
}

export function cameraFor({ folder, themes }: GalleryOptions): Camera {
  const pictures: Picture[] = [];

  async function one({ page, screen, language }: Subject, size: Size, theme: Theme, what: [string, string]) {
    await settled(page);
    const [plate, phase] = what;
    const sides = `${size.width}x${size.height}`;
    const file = `${[screen, plate, phase, sides, theme, language].join("_")}.jpg`;
    await page.screenshot({ path: join(folder, file), type: "jpeg", quality: 88 });
    pictures.push({ file, screen, plate, phase, size: sides, theme, language, ...(await overflow(page)) });
  }

  return {
    pictures,
    async take(subject, plate, phase) {
      await mkdir(folder, { recursive: true });
      for (const size of subject.sizes) {
        await subject.page.setViewportSize(size);
        for (const theme of themes) {
          await light(subject, theme);
          await one(subject, size, theme, [plate, phase]);
        }
      }
    },
  };
}

async function light({ page, ownLights }: Subject, theme: Theme): Promise<void> {
  if (!ownLights) return page.emulateMedia({ colorScheme: theme });
  await page.evaluate((lights) => {
    document.documentElement.dataset.theme = lights;
  }, theme);
}

/** Fonts and pictures are there, what moves has arrived, and whatever measures itself has measured. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ends = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
      .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .filter((each) => Number(each.effect?.getComputedTiming().endTime) < 3_000)
      .map((each) => each.finished.catch(() => {}));
    await Promise.all(ends);
    await new Promise(requestAnimationFrame);
  });
}

function overflow(page: Page): Promise<{ beyond: number; below: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { beyond: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
  });
}
