import { type Random, seededRandom } from "../kernel/random.ts";

/** The robots. Their names say that they are not part of the audience. */
const NAMES = ["Ada", "Blaise", "Chi", "Dara", "Emil", "Fatma", "Grace", "Hugo", "Inés", "Juno"];

export interface Robot {
  name: string;
  /** How often it is right. */
  skill: number;
  /** How long after the host it comes in. */
  arrivesAfterMs: number;
  /** Its mind at one question. */
  at(questionIndex: number): Random;
}

/** The same ten for a session, on whatever node they are made. */
export function robotsOf(sessionId: string): Robot[] {
  return NAMES.map((name, i) => {
    const seed = seedOf(`${sessionId} ${name}`);
    const random = seededRandom(seed);
    return {
      name: `Robot ${name}`,
      skill: 0.35 + random() * 0.55,
      arrivesAfterMs: i * 350 + random() * 300,
      at: (questionIndex) => seededRandom(seed + (questionIndex + 1) * 104_729),
    };
  });
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
