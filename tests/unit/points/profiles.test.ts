import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Earning, PROFILES, profileNames } from "#lib/points/profiles.ts";

const RIGHT: Earning = {
  fraction: 1,
  elapsedMs: 0,
  limitMs: 20_000,
  pointsMax: 1000,
  streak: 1,
  scoredQuestions: 10,
};

const anyEarning: fc.Arbitrary<Earning> = fc.record({
  fraction: fc.constantFrom(0, 0.2, 1 / 3, 0.5, 2 / 3, 0.8, 1),
  elapsedMs: fc.integer({ min: 0, max: 700_000 }),
  limitMs: fc.integer({ min: 1_000, max: 600_000 }),
  pointsMax: fc.constantFrom(0, 1000, 2000),
  streak: fc.nat(200),
  scoredQuestions: fc.integer({ min: 1, max: 200 }),
});

describe("the classic curve", () => {
  test.each([
    [0, 1000],
    [499, 1000],
    [500, 988],
    [2_000, 950],
    [10_000, 750],
    [20_000, 500],
    [35_000, 500],
  ])("[SC1] %d ms of 20 s earn %d", (elapsedMs, points) => {
    expect(PROFILES.classic.points({ ...RIGHT, elapsedMs })).toBe(points);
    expect(PROFILES.classic.points({ ...RIGHT, elapsedMs, pointsMax: 0 })).toBe(0);
  });

  test("[SC1] double points and partial credit scale the curve", () => {
    expect(PROFILES.classic.points({ ...RIGHT, elapsedMs: 10_000, pointsMax: 2000 })).toBe(1500);
    expect(PROFILES.classic.points({ ...RIGHT, elapsedMs: 10_000, fraction: 1 / 3 })).toBe(250);
  });
});

describe("the other profiles", () => {
  test("[SC4] classic with streaks adds 100 at two in a row, up to 500 from six on, never doubled", () => {
    const bonus = (streak: number, pointsMax = 1000) =>
      PROFILES["classic-streak"].points({ ...RIGHT, streak, pointsMax }) - pointsMax;
    expect([0, 1, 2, 3, 4, 5, 6, 7, 50].map((streak) => bonus(streak))).toEqual([
      0, 0, 100, 200, 300, 400, 500, 500, 500,
    ]);
    expect(bonus(3, 2000)).toBe(200);
    expect(bonus(3, 0)).toBe(0);
  });

  test("[SC7] accuracy is flat, and linear falls to nothing", () => {
    expect(PROFILES.accuracy.points({ ...RIGHT, elapsedMs: 19_999 })).toBe(1000);
    expect(PROFILES.accuracy.points({ ...RIGHT, fraction: 0.5, pointsMax: 2000 })).toBe(1000);
    const linear = [0, 5_000, 20_000, 99_000].map((elapsedMs) =>
      PROFILES.linear.points({ ...RIGHT, elapsedMs }),
    );
    expect(linear).toEqual([1000, 750, 0, 0]);
  });

  test("[SC5] accuracy first: half the bonus for speed, half for the streak", () => {
    const points = (earning: Partial<Earning>) =>
      PROFILES["accuracy-first"].points({ ...RIGHT, scoredQuestions: 1, ...earning });
    expect(points({ streak: 5 })).toBe(1499);
    expect(points({ streak: 1 })).toBe(1249);
    expect(points({ streak: 5, elapsedMs: 20_000 })).toBe(1249);
    expect(points({ streak: 1, elapsedMs: 20_000 })).toBe(1000);
    expect(points({ streak: 5, pointsMax: 2000 })).toBe(2499);
  });
});

describe.each(profileNames)("profile %s", (name) => {
  const profile = PROFILES[name];

  test("[SC8] gives whole points: none for nothing, and at least none", () => {
    fc.assert(
      fc.property(anyEarning, (earning) => {
        const points = profile.points(earning);
        expect(Number.isInteger(points) && !Object.is(points, -0)).toBe(true);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(earning.pointsMax + 500);
        if (earning.fraction === 0 || earning.pointsMax === 0) expect(points).toBe(0);
      }),
    );
  });

  test("[SC8] never gives less for being faster, for knowing more, or for a longer streak", () => {
    fc.assert(
      fc.property(anyEarning, anyEarning, (a, b) => {
        const [fast, slow] = [Math.min(a.elapsedMs, b.elapsedMs), Math.max(a.elapsedMs, b.elapsedMs)];
        const [less, more] = [Math.min(a.fraction, b.fraction), Math.max(a.fraction, b.fraction)];
        const [short, long] = [Math.min(a.streak, b.streak), Math.max(a.streak, b.streak)];
        const base = profile.points({ ...a, elapsedMs: slow, fraction: less, streak: short });
        expect(
          profile.points({ ...a, elapsedMs: fast, fraction: less, streak: short }),
        ).toBeGreaterThanOrEqual(base);
        expect(
          profile.points({ ...a, elapsedMs: slow, fraction: more, streak: short }),
        ).toBeGreaterThanOrEqual(base);
        expect(
          profile.points({ ...a, elapsedMs: slow, fraction: less, streak: long }),
        ).toBeGreaterThanOrEqual(base);
      }),
    );
  });
});
