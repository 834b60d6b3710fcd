import type { Node, SourceFile } from "typescript/unstable/ast";
import {
  isJsxElement,
  isJsxExpression,
  isJsxFragment,
  isJsxText,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import { API, type Checker, type Type, TypeFlags } from "typescript/unstable/sync";

const TEXT =
  TypeFlags.String |
  TypeFlags.StringLiteral |
  TypeFlags.TemplateLiteral |
  TypeFlags.Number |
  TypeFlags.NumberLiteral;
const ELEMENT = TypeFlags.Object | TypeFlags.Intersection;

/**
 * Texts that are made as the page runs and have neighbors in their element, as "file:line: expression". The compiler says
 * what is a text; what a component is handed by others (`ReactNode`) is not, the component sees to that (own-text.tsx).
 */
export function bareTexts(root: string, wanted: (path: string) => boolean): string[] {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: `${root}/tsconfig.json` }).getProjects();
    if (!project) throw new Error("tsconfig.json is no project");
    return project.rootFiles
      .filter((file) => file.startsWith(root) && wanted(file.slice(root.length + 1)))
      .flatMap((file) => {
        const source = project.program.getSourceFile(file);
        return source ? bareTextsOf(source, file.slice(root.length + 1), project.checker) : [];
      });
  } finally {
    api.close();
  }
}

function bareTextsOf(source: SourceFile, path: string, checker: Checker): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isJsxElement(node) || isJsxFragment(node)) {
      const children = node.children.filter(
        (child) =>
          !(isJsxText(child) && child.text.trim() === "") && !(isJsxExpression(child) && !child.expression),
      );
      for (const child of children) {
        if (children.length === 1 && !isJsxFragment(node)) continue;
        if (!isJsxExpression(child) || !child.expression || isStringLiteral(child.expression)) continue;
        const type = checker.getTypeAtLocation(child.expression);
        if (!type || !isText(type)) continue;
        const line = source.text.slice(0, child.pos).split("\n").length;
        found.push(`${path}:${line}: ${source.text.slice(child.pos, child.end).trim()}`);
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** A text, or a text and nothing; not what may be an element as well, and not only the nothing of `count && …`. */
function isText(type: Type): boolean {
  const types = type.isUnionType() ? type.getTypes() : [type];
  if (types.some(({ flags }) => flags & ELEMENT)) return false;
  return types.some((each) => each.flags & TEXT && !isNothing(each));
}

function isNothing(type: Type): boolean {
  return type.isLiteralType() && (type.value === "" || type.value === 0);
}
