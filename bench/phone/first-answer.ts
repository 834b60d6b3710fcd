import type { Page } from "playwright";

export interface FirstAnswer {
  firstPaintMs: number;
  answerableMs: number;
  savedMs: number;
  /** Over the wire until the first answer could be given. */
  kilobytes: number;
  steps: string[];
}

/** Runs before anything of the page: notes the first frame with answers, taps the second of them, waits for its fate. */
export const FIRST_ANSWER_SCRIPT = `(() => {
  const seen = (window.firstAnswer = {});
  const answers = () => document.querySelectorAll('button[data-option]:not([aria-disabled])');
  const look = () => {
    if (!seen.answerableMs && answers().length > 1 && answers()[1].checkVisibility?.({ visibilityProperty: true }) !== false) {
      // The frame after the one that put them there has been drawn.
      requestAnimationFrame(() => {
        if (seen.answerableMs) return;
        seen.answerableMs = performance.now();
        answers()[1].click();
      });
    }
    if (document.querySelector('button[data-state="locked"]')) seen.savedMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

export async function firstAnswer(page: Page, url: string): Promise<FirstAnswer> {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => "savedMs" in (window as unknown as { firstAnswer: object }).firstAnswer);
  return page.evaluate(() => {
    const { answerableMs, savedMs } = (window as unknown as { firstAnswer: Record<string, number> })
      .firstAnswer as {
      answerableMs: number;
      savedMs: number;
    };
    const [document] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const fetched = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).concat(
      document ?? [],
    );
    const before = fetched.filter(({ responseEnd }) => responseEnd <= answerableMs);
    const round = Math.round;
    return {
      firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      answerableMs,
      savedMs,
      kilobytes: round(before.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1_000),
      steps: fetched
        .sort((a, b) => a.responseEnd - b.responseEnd)
        .map(
          (e) =>
            `${round(e.startTime)}–${round(e.responseStart)}–${round(e.responseEnd)} ms  ${round(e.transferSize / 100) / 10} KB  ${e.name.replace(location.origin, "").slice(0, 90)}`,
        ),
    };
  });
}
