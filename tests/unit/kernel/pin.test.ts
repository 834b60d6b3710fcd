import { afterEach, expect, test, vi } from "vitest";
import { readScreenLink } from "#components/presenter/screen-link.ts";
import { ROOM_SCRIPT } from "#components/room/room-look.ts";
import { ADDRESS_PIN, addressPin } from "#lib/client/address/address-pin.ts";
import { pinDigits } from "#lib/kernel/pin.ts";

afterEach(() => vi.unstubAllGlobals());

const SPELLINGS = [
  "216753",
  "216 753",
  "٢١٦٧٥٣",
  "۲۱۶۷۵۳",
  "２１６ ７５３",
  "२१६७५३",
  "২১৬-৭৫৩",
  "𞥒𞥑𞥖𞥗𞥕𞥓",
  "PIN: ๒๑๖๗๕๓",
];

test.each(SPELLINGS)("[JN10] a PIN is the same in every script and spacing: %s", (typed) => {
  expect(pinDigits(typed)).toBe("216753");
});

test.each(SPELLINGS)(
  "[JN10] pages read it so from their address, before their scripts as well: %s",
  (typed) => {
    const search = `?pin=${encodeURIComponent(typed)}`;
    vi.stubGlobal("location", { search });
    expect(addressPin()).toBe("216753");
    expect(new Function(`return ${ADDRESS_PIN}`)()).toBe("216753");
    expect(ROOM_SCRIPT).toContain(ADDRESS_PIN);
    expect(readScreenLink(`https://quiz/screen${search}#key=k`).pin).toBe("216753");
  },
);

test("[JN10] a number that is too long or too short is not cut to a PIN", () => {
  expect(pinDigits("1234567")).toBe("1234567");
  expect(pinDigits("٢١")).toBe("21");
});
