import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** A command that a page tells people to type. */
export interface DocumentedCommand {
  page: string;
  command: string;
}

/** What commands begin with; anything else in code marks is a name. */
const PROGRAMS =
  /^(?:npm|npx|node|docker|kubectl|curl|openssl|redis-cli|psql|createdb|ss|cat|perf|sudo|apt-get|git|select|vacuum|alter)\s/i;
/** Fenced text without a language is what one types, as far as it begins with a program. */
const FENCE = /^```(.*)\n([\s\S]*?)^```/gm;

/** Every command of the README, of CONTRIBUTING, of docs/ and of the first lines of .env.example and docker-compose.yml. */
export function documentedCommands(): DocumentedCommand[] {
  const docs = readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
  const pages = ["README.md", "CONTRIBUTING.md", "docker-compose.yml", ".env.example", ...docs];
  return pages.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    return [...new Set(page.endsWith(".md") ? inMarkdown(text) : inComments(text))].map((command) => ({
      page,
      command,
    }));
  });
}

function inMarkdown(text: string): string[] {
  const fenced = [...text.matchAll(FENCE)].flatMap(([, language, body = ""]) =>
    language === "" ? body.split("\n").map((line) => line.replace(/\s+# .*$/, "").trim()) : [],
  );
  const inline = [...text.replaceAll(FENCE, "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) =>
    code.replace(/\s+/g, " ").trim(),
  );
  return [...fenced, ...inline].filter((command) => PROGRAMS.test(command)).flatMap(eachOf);
}

function inComments(text: string): string[] {
  return [...text.matchAll(/^#\s+((?:docker compose|openssl) [^\s].*?)(?:\s{2,}.*|\.)?$/gm)].map(
    ([, command = ""]) => command,
  );
}

function eachOf(command: string): string[] {
  return command.split("&&").map((part) => part.trim());
}
