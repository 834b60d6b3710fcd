import { escapeXml } from "../../../write/rich-html.ts";
import type { XmlElement } from "../../source/safe-xml.ts";

/** A name without the prefix of its namespace: `qti:item` is `item`. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** All elements below one, itself left out, in the order of the document. */
export function below(element: XmlElement | undefined, name: string | RegExp): XmlElement[] {
  if (!element) return [];
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const fits = typeof name === "string" ? localName(child) === name : name.test(localName(child));
    return fits ? [child, ...below(child, name)] : below(child, name);
  });
}

export function firstBelow(element: XmlElement | undefined, name: string | RegExp): XmlElement | undefined {
  return below(element, name)[0];
}

/** The content of an element as HTML; `leaveOut` names elements that are not part of the question's text. */
export function htmlOf(
  element: XmlElement | undefined,
  leaveOut: (element: XmlElement) => boolean = () => false,
): string {
  if (!element) return "";
  return element.children
    .map((child) => {
      if (typeof child === "string") return escapeXml(child);
      if (leaveOut(child)) return " ";
      const name = localName(child);
      // A line break that is closed by a tag of its own would be two.
      return child.children.length === 0 ? `<${name}/>` : `<${name}>${htmlOf(child, leaveOut)}</${name}>`;
    })
    .join("");
}
