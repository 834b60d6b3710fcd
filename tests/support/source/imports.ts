/** Reads which file imports what, for tests/architecture.test.ts. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export interface Import {
  /** As written: "#lib/quiz/kinds.ts", "./room.ts", "zod", "node:fs". */
  specifier: string;
  /** Gone after compiling: `import type`, `export type … from`, `typeof import(…)`. */
  typeOnly: boolean;
  /** The file inside the project, from its root; undefined for a package. */
  target: string | undefined;
}

export interface SourceFile {
  /** From the project's root, with "/". */
  path: string;
  text: string;
  /** Without comments. */
  code: string;
  imports: Import[];
}

const ROOT = join(import.meta.dirname, "../../..");

export function sourceFiles(folders: readonly string[], singles: readonly string[] = []): SourceFile[] {
  const paths = [
    ...folders.flatMap(typescriptUnder),
    ...singles.filter((path) => existsSync(join(ROOT, path))),
  ];
  return paths.map((path) => sourceFile(path, readFileSync(join(ROOT, path), "utf8")));
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  return { path, text, code, imports: importsOf(path, code) };
}

function typescriptUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("node_modules"))
    .sort();
}

/** Statements are found by their shape; the clause between `import` and `from` holds no quotes, semicolons or parentheses. */
const STATEMENT = /(?:^|[;}\s])(import|export)\s+(type\s)?(?:[^"';()]*?\sfrom\s*)?["']([^"'\n]+)["']/g;
const DYNAMIC = /(typeof\s+)?\bimport\(\s*["']([^"'\n]+)["']/g;

function importsOf(path: string, code: string): Import[] {
  const make = (specifier: string, typeOnly: boolean) => ({
    specifier,
    typeOnly,
    target: resolve(path, specifier),
  });
  return [
    ...[...code.matchAll(STATEMENT)].map(([, , type, specifier]) => make(specifier as string, Boolean(type))),
    ...[...code.matchAll(DYNAMIC)].map(([, type, specifier]) => make(specifier as string, Boolean(type))),
  ];
}

function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier)).replaceAll("\\", "/");
  return undefined;
}

/**
 * Comments that stand alone or after a space or an opening. A regular expression is enough here, as long as
 * "https://…" and "tests/**" in strings are not taken for comments.
 */
function withoutComments(text: string): string {
  return text.replaceAll(/(?<=^|[\s({[,;=>])\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");
}
