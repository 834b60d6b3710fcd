import { type Node, parseSource, walk } from "./syntax.ts";

/** Attributes that people see or hear. */
const SPOKEN_ATTRIBUTES =
  /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|label|hint|legend|description|words)$/;
const WORD = /\p{L}{2}/u;
/** "Saved", "Time is up": how a text begins, and no class name, key, code or type does. */
const SENTENCE = /^[“¡¿(]?\p{Lu}\p{Ll}+([\s,.:;!?…’”].*)?$/su;
/** Names are the same everywhere; the rest are names of keys. */
const NO_TEXT =
  /^(Ovation|vation|Enter|Escape|Esc|Space|Tab|Home|End|Backspace|Delete|Shift|Arrow\w+|Page\w+)$/;

/** Texts that stand in a component instead of a catalog, as "file:line: text". */
export function hardCodedTexts(path: string, text: string): string[] {
  const found: string[] = [];
  walk(parseSource(path, text), (node, above) => {
    if (/^(Import|Export\w*Declaration$|TS|ThrowStatement|Directive)/.test(node.type))
      return /^Export/.test(node.type);
    if (node.type === "NewExpression" && /Error$/.test(String((node.callee as Node).name))) return false;
    const said = saidBy(node);
    if (said === null || NO_TEXT.test(said.trim())) return;
    const shown = node.type === "JSXText" || isShown(node, above);
    if (shown ? WORD.test(said) : SENTENCE.test(said.trim()))
      found.push(`${path}:${text.slice(0, node.start).split("\n").length}: ${said.trim()}`);
  });
  return found;
}

function saidBy(node: Node): string | null {
  if (node.type === "JSXText" || (node.type === "Literal" && typeof node.value === "string"))
    return String(node.value);
  return node.type === "TemplateElement" ? (node.value as { cooked: string }).cooked : null;
}

/** Whether a string is drawn as it stands: a child of an element, or the value of an attribute that is spoken. */
function isShown(node: Node, above: readonly Node[]): boolean {
  let below = node;
  for (const parent of above.toReversed()) {
    switch (parent.type) {
      case "ConditionalExpression":
        if (parent.test === below) return false;
        break;
      case "LogicalExpression":
      case "TemplateLiteral":
        break;
      case "JSXExpressionContainer":
        break;
      case "JSXElement":
      case "JSXFragment":
        return true;
      case "JSXAttribute":
        return SPOKEN_ATTRIBUTES.test(String((parent.name as Node).name));
      default:
        return false;
    }
    below = parent;
  }
  return false;
}
