import type { ElementContent } from "hast";
import { common, createLowlight } from "lowlight";

export type CodeNode = string | { className: string; children: CodeNode[] };

const lowlight = createLowlight(common);

/** Code as words with the class of their color; of an unknown language as it is. */
export function highlighted(language: string, text: string): CodeNode[] {
  if (!lowlight.registered(language)) return [text];
  return lowlight.highlight(language, text).children.flatMap((child) => codeNode(child as ElementContent));
}

function codeNode(node: ElementContent): CodeNode[] {
  if (node.type === "text") return [node.value];
  if (node.type !== "element") return [];
  const names = [node.properties.className ?? []].flat().map(String);
  return [{ className: names.map(colorOf).join(" "), children: node.children.flatMap(codeNode) }];
}

/** Five colors are enough for a room; all are legible on the sunken ground in both themes. */
const COLORS: Record<string, string> = {
  ...of("text-accent-ink", ["keyword", "built_in", "literal", "selector-tag", "meta", "tag", "name"]),
  ...of("text-success-ink", ["string", "regexp", "addition", "symbol", "template-variable"]),
  ...of("text-warning-ink", ["number", "attr", "attribute", "variable", "params", "property"]),
  ...of("text-danger-ink", ["deletion", "type", "title"]),
  ...of("text-ink-muted italic", ["comment", "quote", "doctag"]),
};

function colorOf(name: string): string {
  return COLORS[name.replace(/^hljs-/, "")] ?? "";
}

function of(color: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, color]));
}
