import yauzl from "yauzl";
import { IMPORT_LIMITS } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";

/** An archive whose directory was read and weighed before anything of it is unpacked. */
export interface Archive {
  /** Of files; folders are left out. */
  names: string[];
  /** The bytes of an entry; null if there is none of this name. */
  file(name: string): Promise<Uint8Array | null>;
}

/** Opens a zip, or refuses by name one that is a bomb, is locked, or names files outside of itself. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZip(bytes);
  const entries = new Map<string, yauzl.Entry>();
  const { entries: most, bytes: mostBytes } = IMPORT_LIMITS.archive;
  if (zip.entryCount > most)
    throw new Unreadable(`This archive has ${zip.entryCount} entries; at most ${most} are read.`);
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= most) throw new Unreadable(`This archive has more than ${most} entries.`);
      total += weighed(entry);
      if (total > mostBytes) throw tooLarge();
      if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : broken(error);
  }
  return {
    names: [...entries.keys()],
    async file(name) {
      const entry = entries.get(name);
      return entry ? unpacked(zip, entry) : null;
    },
  };
}

async function openZip(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    throw broken(error);
  }
}

/** What an entry says it will be, if that is plausible. */
function weighed(entry: yauzl.Entry): number {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted())
    throw new Unreadable("This archive is locked with a password. Save it without one.");
  const { ratio, smallBytes } = IMPORT_LIMITS.archive;
  if (uncompressedSize > smallBytes && uncompressedSize > ratio * Math.max(compressedSize, 1))
    throw new Unreadable(
      `This archive is packed like a zip bomb: “${fileName.slice(-60)}” unpacks to more than ${ratio} times its size.`,
    );
  return uncompressedSize;
}

/** Ends with an error where there is more than the directory said. */
async function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : broken(error);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): Unreadable {
  const { bytes } = IMPORT_LIMITS.archive;
  return new Unreadable(
    `This archive is packed like a zip bomb: it unpacks to more than ${bytes / 1024 / 1024} MB.`,
  );
}

function broken(error: unknown): Unreadable {
  const said = error instanceof Error ? error.message : "";
  if (/invalid relative path|absolute path|invalid characters in fileName/i.test(said))
    return new Unreadable(
      "This archive names files outside of itself (path traversal), so nothing of it is read.",
    );
  return new Unreadable("This archive is damaged or incomplete. Export or download it again.");
}
