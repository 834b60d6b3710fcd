import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sharpPictures } from "#lib/pictures/sharp-pictures.ts";
import type { ImageEnding } from "#lib/quiz/media/media-id.ts";
import type { StoredPicture } from "#lib/quiz/media/picture-maker.ts";
import { chunk, png } from "#tests/support/pictures.ts";

const pictures = sharpPictures();
const [RED, BLUE] = [
  [220, 40, 30],
  [30, 60, 220],
] as const;

/** Red on its left half, blue on its right. */
const halves = png(400, 200, (x) => [...(x < 200 ? RED : BLUE)]);

/** As a phone writes it: lying, with the place where it was taken. */
function taken(format: "jpeg" | "png" | "webp" | "avif", orientation: number): Promise<Buffer> {
  return sharp(halves)
    .withExif({ IFD0: { Artist: "Ada of Lund" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .withMetadata({ orientation })
    [format]({ quality: 90 })
    .toBuffer();
}

async function stored(bytes: Uint8Array, ending: ImageEnding): Promise<StoredPicture> {
  const made = await pictures.stored(bytes, ending);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

async function colorAt(bytes: Uint8Array, left: number, top: number): Promise<"red" | "blue"> {
  const [r = 0, , b = 0] = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return r > b ? "red" : "blue";
}

describe("[MD9] a picture is stored upright, and its id has the measures that are seen", () => {
  const formats = [
    ["jpeg", "jpg", "jpg"],
    ["png", "png", "png"],
    ["webp", "webp", "webp"],
    ["avif", "avif", "webp"],
  ] as const;

  test.each(formats)("%s on its side", async (format, ending, becomes) => {
    const made = await stored(await taken(format, 6), ending);
    expect([made.ending, made.size]).toEqual([becomes, { width: 200, height: 400 }]);
    const facts = await sharp(made.bytes).metadata();
    expect([facts.width, facts.height, facts.orientation ?? 1]).toEqual([200, 400, 1]);
    expect([await colorAt(made.bytes, 100, 40), await colorAt(made.bytes, 100, 360)]).toEqual([
      "red",
      "blue",
    ]);
  });

  test.each(formats)("%s mirrored", async (format, ending) => {
    const made = await stored(await taken(format, 2), ending);
    expect(made.size).toEqual({ width: 400, height: 200 });
    expect([await colorAt(made.bytes, 40, 100), await colorAt(made.bytes, 360, 100)]).toEqual([
      "blue",
      "red",
    ]);
  });

  test("one that no screen shows so large becomes 3,840 wide", async () => {
    const made = await stored(await sharp(halves).resize(5000, 2500).jpeg().toBuffer(), "jpg");
    expect(made.size).toEqual({ width: 3840, height: 1920 });
  });

  test("what can be seen through stays so, and few colors stay few", async () => {
    const clear = await sharp({
      create: { width: 60, height: 40, channels: 4, background: { r: 220, g: 40, b: 30, alpha: 0.5 } },
    })
      .png({ palette: true })
      .toBuffer();
    const facts = await sharp((await stored(clear, "png")).bytes).metadata();
    expect(facts).toMatchObject({ hasAlpha: true, isPalette: true });
    const lossless = await sharp(halves).webp({ lossless: true }).toBuffer();
    expect(Buffer.from((await stored(lossless, "webp")).bytes).includes("VP8L")).toBe(true);
  });
});

describe("[MD10] what a camera wrote into a picture is not stored, however small the file", () => {
  test.each([
    ["jpeg", "jpg"],
    ["png", "png"],
    ["webp", "webp"],
    ["avif", "avif"],
  ] as const)("%s", async (format, ending) => {
    const bytes = await taken(format, 1);
    expect(bytes.includes("Ada of Lund")).toBe(true);
    const made = await stored(bytes, ending);
    const facts = await sharp(made.bytes).metadata();
    expect([facts.exif, facts.xmp, facts.iptc, facts.comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(made.bytes).includes("Ada of Lund")).toBe(false);
  });

  test("nor what is hidden behind its end", async () => {
    const film = Buffer.concat([await taken("jpeg", 1), Buffer.from("ftypmp42 and where it was filmed")]);
    expect(Buffer.from((await stored(film, "jpg")).bytes).includes("filmed")).toBe(false);
  });

  test("a moving GIF keeps frames, times and loops", async () => {
    const frames = [halves, png(400, 200, () => [...BLUE])];
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [120, 340], loop: 3 })
      .toBuffer();
    const table = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
    const comment = Buffer.from("\x21\xfe\x0bAda of Lund\0", "latin1");
    const told = Buffer.concat([
      gif.subarray(0, table),
      comment,
      gif.subarray(table),
      Buffer.from("Ada of Lund"),
    ]);
    const made = await stored(told, "gif");
    expect([made.ending, made.size]).toEqual(["gif", { width: 400, height: 200 }]);
    expect(Buffer.from(made.bytes).equals(gif)).toBe(true);
    expect(await sharp(made.bytes, { animated: true }).metadata()).toMatchObject({
      pages: 2,
      delay: [120, 340],
      loop: 3,
    });
  });

  test("a moving WebP keeps its frames", async () => {
    const webp = await sharp([halves, png(400, 200)], { join: { animated: true } })
      .withExif({ IFD0: { Artist: "Ada of Lund" } })
      .webp()
      .toBuffer();
    expect(webp.includes("Ada of Lund")).toBe(true);
    const made = await stored(webp, "webp");
    expect(made.size).toEqual({ width: 400, height: 200 });
    expect(Buffer.from(made.bytes).includes("Ada of Lund")).toBe(false);
    const facts = await sharp(made.bytes, { animated: true }).metadata();
    expect([facts.pages, facts.exif]).toEqual([2, undefined]);
  });

  test("a moving PNG keeps its frames", async () => {
    const still = png(40, 20);
    const header = 8 + 25;
    const frames = chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
    const words = chunk("tEXt", Buffer.from("Author\0Ada of Lund"));
    const moving = Buffer.concat([still.subarray(0, header), frames, words, still.subarray(header)]);
    const made = await stored(moving, "png");
    expect(
      Buffer.from(made.bytes).equals(
        Buffer.concat([still.subarray(0, header), frames, still.subarray(header)]),
      ),
    ).toBe(true);
  });
});

describe("[MD3] what cannot be shown is refused", () => {
  const huge = (width: number, height: number) => {
    const tiny = png(1, 1);
    const header = Buffer.from(tiny.subarray(16, 29));
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    return Buffer.concat([tiny.subarray(0, 8), chunk("IHDR", header), tiny.subarray(33)]);
  };
  test.each([
    ["a damaged picture", Buffer.from("\x89PNG\r\n\x1a\nhello", "latin1"), "png", /damaged/],
    ["a cut one", png(400, 300).subarray(0, 300), "png", /damaged/],
    ["a JPEG that is none", Buffer.from("\xff\xd8\xff\xe0 nothing", "latin1"), "jpg", /damaged/],
    ["a GIF that is cut", Buffer.from("GIF89a\x02\0\x02\0\0\0\0\x2c\0\0", "latin1"), "gif", /damaged/],
    ["one of a thousand million points", huge(65_535, 65_535), "png", /at most 12000 pixels/],
    ["one of 99 megapixels", huge(11_000, 9_000), "png", /at most 50 megapixels/],
  ] as const)("%s", async (_, bytes, ending, sentence) => {
    const made = await pictures.stored(bytes, ending);
    expect(made).toMatchObject({ ok: false, error: { code: "unsupported_media" } });
    expect(!made.ok && made.error.message).toMatch(sentence);
  });

  test("[MD11] more pictures than can wait are told to come back", async () => {
    const line = sharpPictures();
    const photo = await sharp(halves).resize(1600).jpeg().toBuffer();
    const all = await Promise.all(Array.from({ length: 70 }, () => line.stored(photo, "jpg")));
    const refused = all.flatMap((made) => (made.ok ? [] : made.error.code));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set(["unavailable"]));
  });
});

describe("[MD12] pictures come as narrow as a screen shows them", () => {
  test("a still one as WebP, upright; never larger than it is stored", async () => {
    const photo = await taken("jpeg", 6);
    const made = await pictures.narrow(async () => photo, 480);
    expect(made).not.toBe("busy");
    const facts = await sharp(made as Uint8Array).metadata();
    expect([facts.format, facts.width, facts.height]).toEqual(["webp", 200, 400]);
    const tiny = await sharp(png(2, 2)).webp().toBuffer();
    expect(await pictures.narrow(async () => tiny, 480)).toBeNull();
  });

  test("a moving one goes as it is, and so does what cannot be read", async () => {
    const gif = await sharp([halves, png(400, 200)], { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await pictures.narrow(async () => gif, 480)).toBeNull();
    expect(await pictures.narrow(async () => Buffer.from("no picture"), 480)).toBeNull();
  });
});
