/**
 * Puts into the built play page what it runs before its own scripts come: the lines that open its socket, at the head of
 * the page, and those that draw a running question (docs/decisions/019). `npm run dev` does without both.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

const ROOT = join(import.meta.dirname, "..");

/** Where components/player-pad/early/early-question.tsx leaves room for it, as Next writes that. */
const QUESTION = '<script data-early-question="">';

export async function addEarlyScripts(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((path) => /(^|\/)play\.html$/.test(path));
  if (pages.length === 0) throw new Error(`There is no page of the game (play.html) in ${folder}.`);
  const scripts = await compileEarly();
  for (const path of pages) {
    const file = join(folder, path);
    writeFileSync(file, withEarlyScripts(readFileSync(file, "utf8"), scripts));
  }
}

/** The two scripts as text. What they do not use of the modules they import stays out. */
export async function compileEarly() {
  return {
    socket: await compileScript("lib/client/connection/open-early-socket.ts", "openEarlySocket"),
    question: await compileScript("components/player-pad/early/draw-early.ts", "drawEarly"),
  };
}

/**
 * A browser runs no script that stands behind a style sheet before that has come, so the socket goes ahead of it. Throws
 * where the page is not made as it should be.
 */
export function withEarlyScripts(html, { socket, question }) {
  const afterHead = html.split("<head>");
  const aroundQuestion = html.split(QUESTION);
  if (afterHead.length !== 2) throw new Error("The page of the game has no <head>, or more than one.");
  if (aroundQuestion.length !== 2)
    throw new Error(
      `The page of the game has no place for the early question, or more than one: Next did not write ${QUESTION} where components/player-pad/early/early-question.tsx has it.`,
    );
  return html
    .replace("<head>", () => `<head><script>${socket}</script>`)
    .replace(QUESTION, () => `${QUESTION}${question}`);
}

/** A module's function with all it uses, and the call of it, as one script. */
export async function compileScript(path, call) {
  const entry = "early:entry";
  const bundle = await rolldown({
    cwd: ROOT,
    input: entry,
    platform: "browser",
    treeshake: { moduleSideEffects: (id) => id === entry },
    // "use client" says nothing here.
    checks: { moduleLevelDirective: false },
    plugins: [
      {
        name: "early-entry",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `import { ${call} } from ${JSON.stringify(join(ROOT, path))}; try { ${call}(); } catch {}`
            : undefined,
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const [{ code }] = output;
  if (/<\/script|<!--/i.test(code))
    throw new Error(`${path} cannot stand in a page: it holds a tag of HTML.`);
  return code.trim();
}
