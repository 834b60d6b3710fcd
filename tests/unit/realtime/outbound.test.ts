import { expect, test } from "vitest";
import { HOPELESS_BYTES, LOSSY_UP_TO_BYTES, outboundVerdict } from "#lib/realtime/outbound.ts";

test("[RT6] a reader that keeps up gets everything", () => {
  expect(outboundVerdict(0, true)).toBe("send");
  expect(outboundVerdict(LOSSY_UP_TO_BYTES, true)).toBe("send");
});

test("[RT6] a slow reader misses lossy frames, and no others", () => {
  expect(outboundVerdict(LOSSY_UP_TO_BYTES + 1, true)).toBe("skip");
  expect(outboundVerdict(LOSSY_UP_TO_BYTES + 1, false)).toBe("send");
  expect(outboundVerdict(HOPELESS_BYTES, false)).toBe("send");
});

test("[RT6] a hopeless reader is sent away", () => {
  expect(outboundVerdict(HOPELESS_BYTES + 1, true)).toBe("too_slow");
  expect(outboundVerdict(HOPELESS_BYTES + 1, false)).toBe("too_slow");
});
