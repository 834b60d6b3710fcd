import { expect, test } from "vitest";
import { fileName } from "#components/interchange/export/export-calls.ts";
import { chosenFile, chosenText, fileFrom } from "#components/interchange/import/chosen-file.ts";
import { IMPORT_LIMITS } from "#lib/interchange/read/limits.ts";

const CSV = new File(["Question"], "capitals.csv");
const transfer = (files: File[], directory = false) =>
  ({
    files,
    items: files.map(() => ({ webkitGetAsEntry: () => ({ isDirectory: directory }) })),
  }) as unknown as DataTransfer;

test("[IMU1] what cannot be read is told before it is sent, in one sentence", async () => {
  expect(fileFrom(transfer([CSV], true))).toBe("That is a folder. Drop a single file.");
  expect(fileFrom(transfer([CSV, CSV]))).toBe("Those are 2 files. Drop one at a time.");
  expect(fileFrom(transfer([CSV]))).toBe(CSV);
  expect(fileFrom(transfer([]))).toBe(null);

  const empty = new File([], "empty.csv");
  expect(await chosenFile(empty)).toEqual({ ok: false, message: "“empty.csv” is empty." });
  const large = { name: "film.zip", size: IMPORT_LIMITS.bytes + 1 } as File;
  const tooLarge = "“film.zip” has 20.1 MB. Files of up to 20 MB can be read.";
  expect(await chosenFile(large)).toEqual({ ok: false, message: tooLarge });
  const gone = { name: "gone.csv", size: 1, arrayBuffer: () => Promise.reject(new Error("gone")) };
  const unread = "“gone.csv” could not be read on this device. Choose it again.";
  expect(await chosenFile(gone as unknown as File)).toEqual({ ok: false, message: unread });
  expect(chosenText(" \n")).toEqual({ ok: false, message: "Paste some text first." });
  expect(await chosenFile(CSV)).toMatchObject({ ok: true, source: { name: "capitals.csv", pasted: false } });
});

test("[IMU6] a downloaded file keeps its name, whatever its script", () => {
  expect(fileName(`attachment; filename="quiz.csv"; filename*=UTF-8''%E9%A6%96%E9%83%BD.csv`)).toBe(
    "首都.csv",
  );
  expect(fileName("attachment")).toBe(null);
  expect(fileName("attachment; filename*=UTF-8''%E9")).toBe(null);
});
