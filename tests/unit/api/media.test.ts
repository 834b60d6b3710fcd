import { describe, expect, test } from "vitest";
import { srtToVtt } from "#components/quiz-editor/fields/srt-to-vtt.ts";
import { mediaFile, readRange } from "#lib/api/media/media-file.ts";
import { sniffMedia } from "#lib/api/media/sniff-media.ts";
import { mediaFacts, mediaName } from "#lib/quiz/media/media-id.ts";
import { PIECE_BYTES } from "#lib/quiz/media/media-store.ts";
import { publicMedia } from "#lib/quiz/media/public-media.ts";
import { quizProblems } from "#lib/quiz/quiz.ts";
import { png, wav } from "#tests/support/pictures.ts";

const key = "0123456789abcdefghij";

describe("[MD3] what a file is, its bytes say", () => {
  const ftyp = (brand: string, ...others: string[]) =>
    Buffer.from(
      `\0\0\0${String.fromCharCode(16 + others.length * 4)}ftyp${brand}\0\0\0\0${others.join("")}`,
      "latin1",
    );

  test("each by its first bytes", () => {
    expect(sniffMedia(png(40, 30))).toEqual({ ok: true, value: "png" });
    expect(sniffMedia(wav())).toEqual({ ok: true, value: "wav" });
    expect(sniffMedia(ftyp("isom"))).toMatchObject({ value: "mp4" });
    expect(sniffMedia(ftyp("M4A "))).toMatchObject({ value: "m4a" });
    expect(sniffMedia(ftyp("avif", "mif1", "miaf"))).toMatchObject({ value: "avif" });
    expect(sniffMedia(ftyp("mif1", "miaf", "avif"))).toMatchObject({ value: "avif" });
    expect(sniffMedia(Buffer.from("ID3\x04rest", "latin1"))).toMatchObject({ value: "mp3" });
  });

  test.each([
    ["a HEIC of a phone", ftyp("heic", "mif1", "heic"), /HEIC picture.*save it as JPEG/],
    ["one that says only HEIF", ftyp("mif1", "heic"), /HEIC picture/],
    ["a burst of them", ftyp("msf1", "hevc"), /HEIC picture/],
    ["an AVIF that moves", ftyp("avis", "msf1", "avif"), /Animated AVIF/],
    ["a QuickTime film", ftyp("qt  ", "qt  "), /Save it as MP4/],
  ])("%s is refused by name, with the way out", (_, bytes, sentence) => {
    const sniffed = sniffMedia(bytes);
    expect(sniffed).toMatchObject({ ok: false, error: { code: "unsupported_media" } });
    expect(!sniffed.ok && sniffed.error.message).toMatch(sentence);
  });

  test("captions are WebVTT in UTF-8", () => {
    for (const text of ["WEBVTT", "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nĐúng rồi", "WEBVTT - Title\n"])
      expect(sniffMedia(Buffer.from(text))).toEqual({ ok: true, value: "vtt" });
    expect(sniffMedia(Buffer.from("WEBVTTX")).ok).toBe(false);
    expect(sniffMedia(Buffer.from("WEBVTT\n\nd\xe9j\xe0", "latin1"))).toMatchObject({
      error: { message: expect.stringContaining("UTF-8") },
    });
    expect(srtToVtt("1\r\n00:00:01,500 --> 00:00:03,000\r\nIn 1,000 years\r\n")).toBe(
      "WEBVTT\n\n1\n00:00:01.500 --> 00:00:03.000\nIn 1,000 years\n",
    );
  });

  test.each([
    ["a drawing with scripts", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", /SVG/],
    ["the same behind a declaration", "<?xml version='1.0'?><svg/>", /SVG/],
    ["a page", "<!doctype html><script>alert(1)</script>", /This is not a PNG/],
    ["a page called a picture", "GIF8<html>", /This is not a PNG/],
    ["nothing", "", /This is not a PNG/],
  ])("%s is refused", (_, text, sentence) => {
    const sniffed = sniffMedia(Buffer.from(text, "latin1"));
    expect(sniffed).toMatchObject({ ok: false, error: { code: "unsupported_media" } });
    expect(!sniffed.ok && sniffed.error.message).toMatch(sentence);
  });
});

test("[MD4] the name tells type and measures, and nothing else is a name", () => {
  expect(mediaFacts(mediaName(key, "webp", { width: 1200, height: 800 }))).toEqual({
    type: "image",
    contentType: "image/webp",
    width: 1200,
    height: 800,
  });
  expect(mediaFacts(mediaName(key, "mp3"))).toEqual({ type: "audio", contentType: "audio/mpeg" });
  for (const no of [
    `${key}.png`,
    `${key}-2x2.mp3`,
    `${key}-0x2.png`,
    `${key}-2x2.svg`,
    `../${key}-2x2.png`,
    "",
  ])
    expect(mediaFacts(no)).toBeNull();
});

describe("[MD5] a file is sent as it is, inert, for ever, and in parts", () => {
  const size = PIECE_BYTES + 500;
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => i % 251));
  const store = {
    piece: async (_: string, index: number) =>
      new Uint8Array(bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)),
  };
  const id = mediaName(key, "mp4");
  const get = (headers: Record<string, string> = {}) =>
    mediaFile(store, new Request("http://x/", { headers }), { id, size, facts: mediaFacts(id)! });
  const body = async (response: Response) => Buffer.from(await response.arrayBuffer());

  test("the whole of it", async () => {
    const whole = get();
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "video/mp4",
      "cache-control": "public, max-age=31536000, immutable",
      "content-length": String(size),
    });
    expect((await body(whole)).equals(bytes)).toBe(true);
    expect(get({ "if-none-match": `"${id}"` }).status).toBe(304);
  });

  test("one range, over the border of two pieces", async () => {
    const part = get({ range: `bytes=${PIECE_BYTES - 10}-${PIECE_BYTES + 9}` });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes ${PIECE_BYTES - 10}-${PIECE_BYTES + 9}/${size}`);
    expect((await body(part)).equals(bytes.subarray(PIECE_BYTES - 10, PIECE_BYTES + 10))).toBe(true);
    expect(get({ range: `bytes=${size}-` }).status).toBe(416);
    expect(get({ range: "bytes=0-9", "if-range": '"another"' }).status).toBe(200);
  });

  test.each([
    ["bytes=0-", { from: 0, to: 100 }],
    ["bytes=-10", { from: 90, to: 100 }],
    ["bytes=-1000", { from: 0, to: 100 }],
    ["bytes=90-1000", { from: 90, to: 100 }],
    ["bytes=100-", null],
    ["bytes=20-10", null],
    ["bytes=-0", null],
    ["bytes=0-1,5-6", undefined],
    ["lines=0-1", undefined],
    [null, undefined],
  ])("%s of 100 bytes", (header, expected) => expect(readRange(header, 100)).toEqual(expected));
});

describe("[MD8] films have captions, sounds and films a transcript", () => {
  const [film, sound, captions] = [`${key}.mp4`, `${key}.mp3`, `${key}.vtt`];
  const problems = (media: object) =>
    quizProblems({
      title: "T",
      questions: [{ kind: "poll", prompt: "?", media, options: [{ text: "a" }, { text: "b" }] }],
    }).map(({ path }) => path.replace("questions[0].media", ""));

  test("one file for each language, only on a film, and no other file is captions", () => {
    const english = { id: captions, language: "en" };
    expect(problems({ id: film, captions: [english, { ...english, language: "vi" }] })).toEqual([]);
    expect(problems({ id: film, captions: [english, english] })).toEqual([".captions[1].language"]);
    expect(problems({ id: sound, captions: [english] })).toEqual([".captions"]);
    expect(problems({ id: film, captions: [{ id: film, language: "en" }] })).toEqual([".captions[0].id"]);
    expect(problems({ id: captions })).toEqual([".id"]);
    expect(problems({ id: sound, transcript: "Rain." })).toEqual([]);
    expect(problems({ id: `${key}-2x2.png`, alt: "Rain", transcript: "Rain." })).toEqual([".transcript"]);
  });

  test("screens get them with the question", () => {
    const media = { id: film, captions: [{ id: captions, language: "en" }], transcript: "Hello." };
    expect(publicMedia(media)).toEqual({ ...media, type: "video", alt: "" });
    expect(publicMedia({ id: captions })).toBeUndefined();
  });
});
