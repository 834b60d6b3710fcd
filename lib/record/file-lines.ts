/**
 * The lines of a record's file, byte for byte: what is no UTF-8, and a last line without its end, come out as lines that no
 * record has. A line that grows beyond all reason ends the reading.
 */
export async function* fileLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  try {
    for await (const chunk of chunks) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
      if (rest.length > LINE_MAX) break;
    }
    rest += decoder.decode();
  } catch {
    yield "not UTF-8";
    return;
  }
  if (rest !== "") yield `${rest} without its end`;
}

/** The longest line is that of the session: a quiz of two hundred questions. */
const LINE_MAX = 16 * 1024 * 1024;
