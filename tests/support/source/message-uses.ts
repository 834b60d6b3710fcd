import { type Node, parseSource, walk } from "./syntax.ts";

/** What one file could ask a catalog for. */
interface FileUses {
  /** Every string in it: namespaces and keys are among them. */
  strings: Set<string>;
  /** Keys put together: `outcome.${outcome}`. */
  patterns: RegExp[];
  /** It calls `t(key)` with a key from elsewhere: then all under its namespaces count. */
  computed: boolean;
}

export function usesOf(files: readonly { path: string; text: string }[]): FileUses[] {
  return files
    .filter(({ text }) => text.includes("Translations"))
    .map(({ path, text }) => {
      const uses: FileUses = { strings: new Set(), patterns: [], computed: false };
      walk(parseSource(path, text), (node) => {
        if (node.type === "Literal" && typeof node.value === "string") uses.strings.add(node.value);
        if (node.type === "TemplateLiteral") uses.patterns.push(patternOf(node));
        if (node.type === "CallExpression" && (node.callee as Node).name === "t") {
          const [key] = node.arguments as Node[];
          if (key && !/^(Literal|TemplateLiteral|ConditionalExpression)$/.test(key.type))
            uses.computed = true;
        }
      });
      return uses;
    });
}

/** Whether some file that names the surface, or a part of it, can ask for the key. */
export function isUsed(uses: readonly FileUses[], surface: string, key: string): boolean {
  const parts = [surface, ...key.split(".")];
  return uses.some(({ strings, patterns, computed }) =>
    parts.slice(1).some((_, index) => {
      const namespace = parts.slice(0, index + 1).join(".");
      if (!strings.has(namespace)) return false;
      const rest = parts.slice(index + 1).join(".");
      return computed || strings.has(rest) || patterns.some((pattern) => pattern.test(rest));
    }),
  );
}

function patternOf(node: Node): RegExp {
  const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) =>
    value.cooked.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${parts.join("[^.]+")}$`);
}
