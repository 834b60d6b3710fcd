import type { FoundQuiz } from "../../found.ts";
import { IMPORT_LIMITS } from "../../limits.ts";
import { decodeText, plainLines } from "../../source/decode-text.ts";
import { htmlTexts } from "../../source/html-text.ts";
import { parseXml, type XmlElement } from "../../source/safe-xml.ts";
import type { Archive } from "../../source/safe-zip.ts";
import type { Source } from "../../source/source.ts";
import { foundCanvas } from "./canvas-item.ts";
import { foundItem } from "./item.ts";
import { below, firstBelow, htmlOf, localName } from "./xml-words.ts";

/**
 * QTI (1EdTech): content packages of 2.1 and 2.2 with a file for each item, and documents of 1.2 with all items of a test,
 * as Canvas and others write them. Also such a document alone.
 */
export function isQti({ archive, text }: Source): boolean {
  if (archive) return archive.names.some((name) => /(^|\/)imsmanifest\.xml$/.test(name));
  return (
    text !== null &&
    /<(?:\w+:)?(?:questestinterop|assessmentItem|assessmentTest)[\s>]/.test(text.slice(0, HEAD))
  );
}

const HEAD = 4_000;

export async function readQti({ archive, text }: Source): Promise<FoundQuiz[]> {
  const documents = archive ? await documentsIn(archive) : [{ name: "", root: parseXml(text ?? "") }];
  const byName = new Map(documents.map(({ name, root }) => [name, root]));
  const old = documents.filter(({ root }) => localName(root) === "questestinterop");
  const tests = documents.filter(({ root }) => localName(root) === "assessmentTest");
  const items = documents.filter(({ root }) => localName(root) === "assessmentItem");
  if (old.length > 0) return old.flatMap(({ root }) => oldQuizzes(root));
  if (tests.length === 0) return [{ title: "", found: items.map(({ root }, at) => foundItem(root, at + 1)) }];
  return tests.map(({ name, root }) => testQuiz(root, (href) => byName.get(joined(name, href))));
}

async function documentsIn(archive: Archive): Promise<{ name: string; root: XmlElement }[]> {
  const documents = [];
  for (const name of archive.names) {
    // Canvas puts what only it knows beside each test.
    if (!/\.(xml|qti)$/i.test(name) || /(^|\/)(imsmanifest|assessment_meta)\.xml$/.test(name)) continue;
    const { text } = decodeText((await archive.file(name)) ?? new Uint8Array());
    if (!/<(?:\w+:)?(?:questestinterop|assessmentItem|assessmentTest)[\s>]/.test(text.slice(0, HEAD)))
      continue;
    documents.push({ name, root: parseXml(plainLines(text)) });
    if (documents.length > IMPORT_LIMITS.questions) break;
  }
  return documents;
}

/** A test of 2.x: its items in their order, with time limits and weights. */
function testQuiz(test: XmlElement, item: (href: string) => XmlElement | undefined): FoundQuiz {
  const found = below(test, "assessmentItemRef").map((reference, at) => {
    const href = reference.attributes.href ?? "";
    const root = item(href);
    if (!root) return { row: at + 1, given: href, refusal: `The package has no item “${href.slice(-60)}”.` };
    const seconds = Number(firstBelow(reference, "timeLimits")?.attributes.maxTime ?? Number.NaN);
    const weight = Number(firstBelow(reference, "weight")?.attributes.value ?? Number.NaN);
    return foundItem(root, at + 1, {
      timeLimitMs: seconds > 0 ? seconds * 1000 : undefined,
      points: weight >= 0 ? weight : undefined,
    });
  });
  const [description = ""] = htmlTexts([htmlOf(firstBelow(test, "rubricBlock"))], "html").texts;
  const language = firstBelow(test, "rubricBlock")?.attributes["xml:lang"];
  return { title: test.attributes.title ?? "", description, language, found };
}

function oldQuizzes(root: XmlElement): FoundQuiz[] {
  const assessments = below(root, "assessment");
  const banks = below(root, "objectbank");
  const holders = assessments.length > 0 ? assessments : banks.length > 0 ? banks : [root];
  return holders.map((holder) => ({
    title: holder.attributes.title ?? bankTitle(holder),
    found: below(holder, "item").map((item, at) => foundCanvas(item, at + 1)),
  }));
}

function bankTitle(holder: XmlElement): string {
  const field = below(holder, "qtimetadatafield").find(
    (each) => htmlOf(firstBelow(each, "fieldlabel")).trim() === "bank_title",
  );
  return htmlOf(firstBelow(field, "fieldentry")).trim();
}

/** A path beside another one; never above the package. */
function joined(name: string, href: string): string {
  const steps = name.split("/").slice(0, -1);
  for (const step of href.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
