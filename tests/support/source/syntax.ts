import { parseAst } from "rolldown/parseAst";

/** A node of the syntax tree; which fields it has depends on its type. */
export interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

export function parseSource(path: string, text: string): Node {
  return parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts", astType: "ts" }, path) as unknown as Node;
}

/** Calls `enter` for every node with the chain above it, nearest last; returning false leaves out what is below. */
export function walk(root: Node, enter: (node: Node, above: readonly Node[]) => unknown): void {
  const above: Node[] = [];
  const visit = (node: Node) => {
    if (enter(node, above) === false) return;
    above.push(node);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
    above.pop();
  };
  visit(root);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
