import { zipSync } from "fflate";
import { KINDS } from "../../../quiz/kinds/registry.ts";
import { type Carries, lostOf, tellOwnRules } from "../lost.ts";
import { tellMissing } from "../lost-files.ts";
import { filesWithin, mediaIdsOf } from "../media-of.ts";
import { escapeXml } from "../rich-html.ts";
import {
  finishedQuestions,
  type Numbered,
  type QuizToWrite,
  titleOf,
  utf8,
  type Written,
  writeEach,
} from "../written.ts";
import { itemXml } from "./item-xml.ts";

/**
 * A QTI 2.1 content package (1EdTech, "Question & Test Interoperability"): a manifest, the test with time limits and weights,
 * an item for each question, and the files that they show.
 */
export async function writeQti({ quiz, media }: QuizToWrite): Promise<Written> {
  const { finished, lost } = finishedQuestions(quiz);
  const ids = mediaIdsOf({ questions: finished.map(({ question }) => question) });
  const files = await filesWithin(media, ids, MEDIA_MAX_BYTES);
  const { parts, lost: lostOfEach } = writeEach(finished, (question, tell, number) => {
    tellOwnRules(question, tell, { unit: true });
    tellMissing(question, files, tell);
    if (question.kind === "slider" && question.partialCredit)
      tell("Beyond the margin an answer earns nothing.");
    if (question.kind === "order") tell("It earns its points only when all items are in their place.");
    return {
      name: `items/q${number}.xml`,
      xml: itemXml(question, number, { files, language: quiz.language }),
    };
  });
  const entries: Record<string, Uint8Array> = {
    "imsmanifest.xml": utf8(
      manifestXml(
        parts.map(({ name }) => name),
        [...files.keys()],
      ),
    ),
    "test.xml": utf8(testXml(quiz, finished)),
    ...Object.fromEntries(parts.map(({ name, xml }) => [name, utf8(xml)])),
    ...Object.fromEntries([...files].map(([id, bytes]) => [`media/${id}`, bytes])),
  };
  return {
    bytes: zipSync(entries, { mtime: "2026-01-01T00:00:00Z" }),
    lost: [...lostOf(quiz, finished, CARRIES), ...lost, ...lostOfEach],
  };
}

const CARRIES: Carries = {
  description: true,
  language: true,
  timeLimits: true,
  points: true,
  explanations: true,
  media: true,
};

/** The package is made whole in memory, and most systems take no more than 50 MB. */
const MEDIA_MAX_BYTES = 40 * 1024 * 1024;

function testXml(quiz: QuizToWrite["quiz"], questions: readonly Numbered[]): string {
  const title = escapeXml(titleOf(quiz));
  const language = quiz.language ? ` xml:lang="${escapeXml(quiz.language)}"` : "";
  const about = quiz.description
    ? `<rubricBlock view="candidate"${language}><p>${escapeXml(quiz.description)}</p></rubricBlock>`
    : "";
  const items = questions.map(({ number, question }) => {
    const weight = KINDS[question.kind].scored
      ? `<weight identifier="WEIGHT" value="${question.points}"/>`
      : "";
    return `<assessmentItemRef identifier="q${number}" href="items/q${number}.xml"><timeLimits maxTime="${question.timeLimitMs / 1000}"/>${weight}</assessmentItemRef>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="test" title="${title}" toolName="Ovation">
<testPart identifier="part" navigationMode="linear" submissionMode="individual">
<assessmentSection identifier="section" title="${title}" visible="true">
${about}${items.join("\n")}
</assessmentSection>
</testPart>
</assessmentTest>
`;
}

function manifestXml(items: readonly string[], ids: readonly string[]): string {
  const media = ids.map((id) => `<file href="media/${id}"/>`).join("");
  const resources = items.map(
    (name, at) =>
      `<resource identifier="item${at + 1}" type="imsqti_item_xmlv2p1" href="${name}"><file href="${name}"/></resource>`,
  );
  const dependencies = items.map((_, at) => `<dependency identifierref="item${at + 1}"/>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="quiz">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>${media}${dependencies}</resource>
${resources.join("\n")}
</resources>
</manifest>
`;
}
