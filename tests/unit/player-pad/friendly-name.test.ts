import fc from "fast-check";
import { expect, test } from "vitest";
import { friendlyName } from "#components/player-pad/join/friendly-name.ts";
import { LOCALES } from "#lib/language/locales.ts";
import { parseName } from "#lib/session/players/names.ts";

test.each(LOCALES)("[NM6] whatever is suggested in %s is a name that joins as it is", (locale) => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(random, random, random, fc.nat(9), (a, b, c, roll) => {
      const draws = [a, b, c];
      const name = friendlyName(locale, roll, () => draws.shift() ?? 0);
      expect(parseName(name)).toMatchObject({ ok: true, value: { name } });
      expect(/\p{Nd}$/u.test(name)).toBe(roll >= 3);
    }),
  );
});
