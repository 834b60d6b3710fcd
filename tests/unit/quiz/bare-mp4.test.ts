import { expect, test } from "vitest";
import { bareMp4 } from "#lib/quiz/media/bare/mp4.ts";

function box(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
  );
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.byteLength);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

const dated = (type: string) => box(type, "\0\0\0\0", "\x11\x22\x33\x44", "\x55\x66\x77\x88", "the rest");

test("[MD10] a film loses place, phone and date, and every byte keeps its place", () => {
  const film = Buffer.concat([
    box("ftyp", "isom\0\0\0\0"),
    box("uuid", "an XMP packet"),
    box(
      "moov",
      dated("mvhd"),
      box("udta", box("\xa9xyz", "+51.5000-000.1200/")),
      box("trak", dated("tkhd"), box("mdia", dated("mdhd"), box("minf", "tables")), box("meta", "Pixel 9")),
    ),
    box("mdat", "frames that say meta and udta"),
  ]);
  const bare = Buffer.from(bareMp4(film));
  expect(bare.byteLength).toBe(film.byteLength);
  for (const told of ["+51.5", "Pixel", "XMP", "\x11\x22\x33\x44", "\x55\x66\x77\x88"])
    expect(bare.includes(Buffer.from(told, "latin1"))).toBe(false);
  for (const kept of ["isom", "tables", "frames that say meta and udta", "the rest"]) {
    expect(bare.indexOf(kept)).toBe(film.indexOf(kept));
    expect(bare.includes(kept)).toBe(true);
  }
});

test("[MD10] one whose boxes lie about their length is left as it is", () => {
  const odd = Buffer.concat([box("ftyp", "isom"), Buffer.from("\xff\xff\xff\xffmoov", "latin1")]);
  expect(Buffer.from(bareMp4(odd)).equals(odd)).toBe(true);
  const none = Buffer.concat([box("ftyp", "isom"), Buffer.from("\0\0\0\x01moov\0\0\0\0\0\0\0\0", "latin1")]);
  expect(Buffer.from(bareMp4(none)).equals(none)).toBe(true);
});
