import { XMLParser, XMLValidator } from "fast-xml-parser";
import { Unreadable } from "../unreadable.ts";

/** An element in the order in which its file has it: what it holds are elements and texts. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Refuses what defines entities, before anything is parsed: no XXE, no billion laughs. */
export function refuseDoctype(text: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Unreadable(
      "This XML has a DOCTYPE, which can load other files or grow without end (XXE, billion laughs). Remove it; no quiz needs one.",
    );
}

/** The root element of a document. Entities are decoded by us, the five of XML and those by number alone. */
export function parseXml(text: string): XmlElement {
  refuseDoctype(text);
  const valid = XMLValidator.validate(text);
  if (valid !== true)
    throw new Unreadable(`This XML is damaged: in line ${valid.err.line}, ${valid.err.msg.slice(0, 120)}`);
  const nodes: RawNode[] = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    cdataPropName: CDATA,
    maxNestedTags: 100,
  }).parse(text);
  const root = nodes.map(elementOf).find((node) => typeof node !== "string");
  if (!root) throw new Unreadable("This XML is empty.");
  return root as XmlElement;
}

const CDATA = "#cdata";
const TEXT = "#text";

type RawNode = { [name: string]: RawNode[] | string | Record<string, string> };

function elementOf(node: RawNode): XmlElement | string {
  const name = Object.keys(node).find((key) => key !== ":@") ?? "";
  if (name === TEXT) return decoded(String(node[TEXT]));
  if (name === CDATA)
    return ((node[CDATA] as RawNode[]) ?? []).map((each) => String(each[TEXT] ?? "")).join("");
  const attributes = Object.entries((node[":@"] as Record<string, string>) ?? {});
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decoded(String(value))])),
    children: (node[name] as RawNode[]).map(elementOf),
  };
}

function decoded(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name) return XML_ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const XML_ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name,
  );
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childrenOf(element, name)[0];
}

/** All text in an element and below it. */
export function textOf(element: XmlElement | undefined): string {
  return element
    ? element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("")
    : "";
}
