import type { Race } from "#lib/session/reports/race.ts";

/** A bar of the race at one moment, best first. */
export interface RaceBar {
  /** Place in `race.racers`. */
  racer: number;
  score: number;
}

/**
 * The scores at a moment: `at` is 0 before the first question, 1 after it, and between them each answer counts from where
 * it fell in its question's time. Uses nothing outside of itself, because an exported replay carries its text.
 */
export function raceAt(race: Race, at: number): RaceBar[] {
  const whole = Math.min(race.questions.length, Math.max(0, Math.floor(at)));
  const part = at - whole;
  const bars = race.racers.map(({ answers }, racer) => {
    let score = 0;
    for (let index = 0; index < whole; index++) score += answers[index]?.points ?? 0;
    const answer = answers[whole];
    if (answer && part > 0) {
      const limitMs = race.questions[whole]?.timeLimitMs || answer.elapsedMs || 1;
      const from = 0.08 + 0.6 * Math.min(1, answer.elapsedMs / limitMs);
      const grown = Math.min(1, Math.max(0, (part - from) / 0.22));
      score += answer.points * (1 - (1 - grown) ** 3);
    }
    return { racer, score };
  });
  const rankBefore = (racer: number) => race.racers[racer]?.ranks[Math.max(0, whole - 1)] ?? 0;
  return bars.sort(
    (a, b) => b.score - a.score || rankBefore(a.racer) - rankBefore(b.racer) || a.racer - b.racer,
  );
}

/** The player who climbed furthest from their worst place to their last; null if none climbed three places. */
export function comebackOf(race: Race): { name: string; from: number; to: number } | null {
  const climbs = race.racers.map(({ name, ranks }) => {
    const from = Math.max(0, ...ranks);
    const to = ranks.at(-1) ?? 0;
    return { name, from, to };
  });
  const best = climbs.sort((a, b) => b.from - b.to - (a.from - a.to) || a.to - b.to)[0];
  return best && best.from - best.to >= 3 ? best : null;
}
