import { expect, test } from "vitest";
import { lookOf } from "#components/ui/player/avatar-parts.ts";

test("[NM5] one name has one look everywhere, whatever its case", () => {
  expect(lookOf("Ada")).toEqual(lookOf(" ada "));
  expect(lookOf("Ann")).not.toEqual(lookOf("Anna"));
});

test("[NM5] a chosen look outweighs the name, and digits of a newer version still draw a face", () => {
  expect(lookOf("Ada", "2301")).toMatchObject({ head: 2, color: 3, eyes: 0, mouth: 1 });
  expect(lookOf("Bob", "2301")).toEqual(lookOf("Ada", "2301"));
  expect(lookOf("Ada", "9999")).toMatchObject({ head: 3, color: 3, eyes: 4, mouth: 4 });
  for (const odd of ["", "12", "abcd", null, undefined]) expect(lookOf("Ada", odd)).toEqual(lookOf("Ada"));
});
