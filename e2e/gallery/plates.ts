/**
 * What is played for the gallery: one plate of each kind, and some whose texts are as long as they may be. A new kind
 * of question gets a plate here.
 */

/** A question as a screen has it while it is open: enough to know which option is where. */
export interface OpenQuestion {
  options: { text: string }[];
  groups?: { text: string }[];
}

export interface Plate {
  name: string;
  question: { kind: string; prompt: string } & Record<string, unknown>;
  right(open: OpenQuestion): unknown;
  wrong(open: OpenQuestion): unknown;
}

// Longer than it takes to photograph a question: it stays open until it is closed.
const timeLimitMs = 600_000;

const ROMAN = ["Forum", "Thermae", "Circus Maximus", "Colosseum"];
const HOMES = { Shark: "Sea", Camel: "Desert", Tuna: "Sea", "Fennec fox": "Desert", Chamois: "Mountains" };
const RIGHT_LONG = "It keeps the parliament, the archives and a garden older than the city around it";

export function plates(pictureId: string): Plate[] {
  return [
    plate("single", choice("Jupiter", "Venus"), {
      prompt: "Which planet is the largest?",
      options: [{ text: "Mars" }, { text: "Jupiter", correct: true }, { text: "Venus" }, { text: "Saturn" }],
      explanation: "All other planets together would fit into it twice.",
    }),
    plate("multiple", choices(["Eleven", "Thirteen"], ["Nine", "Eleven"]), {
      prompt: "Which of these are prime?",
      options: [
        ...[{ text: "Nine" }, { text: "Eleven", correct: true }, { text: "Thirteen", correct: true }],
        ...[{ text: "Twenty-one" }, { text: "Twenty-seven" }],
      ],
      points: 2,
    }),
    plate(
      "truefalse",
      { right: () => ({ choice: 0 }), wrong: () => ({ choice: 1 }) },
      {
        prompt: "Octopuses have three hearts.",
        correct: true,
      },
    ),
    plate(
      "text",
      { right: () => ({ text: "Everest" }), wrong: () => ({ text: "K2" }) },
      {
        prompt: "What is the highest mountain above the sea?",
        accepted: ["Everest", "Mount Everest", "Sagarmatha"],
      },
    ),
    plate(
      "number",
      { right: () => ({ number: 88 }), wrong: () => ({ number: 64 }) },
      {
        prompt: "How many keys does a piano have?",
        correct: 88,
        tolerance: 2,
        unit: "keys",
      },
    ),
    plate(
      "slider",
      { right: () => ({ number: 71 }), wrong: () => ({ number: 40 }) },
      {
        prompt: "How many percent of the Earth is covered by water?",
        min: 0,
        max: 100,
        correct: 71,
        margin: 3,
        unit: "%",
      },
    ),
    plate("order", ordered(ROMAN), {
      prompt: "Put these in the order of the alphabet backwards, but the last one first.",
      items: ROMAN,
    }),
    plate("match", matched(HOMES), {
      prompt: "Which animal lives where?",
      pairs: Object.entries(HOMES).map(([item, group]) => ({ item, group })),
    }),
    plate(
      "pin",
      { right: () => point(0.62, 0.4), wrong: () => point(0.3, 0.7) },
      {
        prompt: "Where is the treasure?",
        media: { id: pictureId, alt: "An island seen from above" },
        targets: [{ x: 0.62, y: 0.4, radius: 0.06 }],
      },
    ),
    plate("poll", choice("Tea", "Coffee"), {
      prompt: "Tea or coffee?",
      options: [{ text: "Tea" }, { text: "Coffee" }, { text: "Neither" }],
    }),
    plate(
      "rating",
      { right: () => ({ number: 5 }), wrong: () => ({ number: 2 }) },
      { prompt: "How was the show?", scale: 5, lowLabel: "Dreadful", highLabel: "Splendid" },
    ),
    plate(
      "wordcloud",
      { right: () => ({ texts: ["Patience", "Trust"] }), wrong: () => ({ texts: ["Biscuits", "Trust"] }) },
      { prompt: "What do good teams need?", maxEntries: 2, moderation: "filter" },
    ),
    plate("slide", SILENT, {
      prompt: "Half of it is behind you",
      text: "Stretch, drink a glass of water, and look out of the window. It goes on in a moment.",
    }),
    plate("long", choice(RIGHT_LONG, "Donaudampfschifffahrtsgesellschaftskapitän"), {
      prompt:
        "Which of these sentences about the old town hall would a careful guide never say to visitors who came for its clock?",
      options: [
        { text: RIGHT_LONG, correct: true },
        { text: "Donaudampfschifffahrtsgesellschaftskapitän" },
        { text: "Its bells ring a quarter of an hour early, so that nobody misses the ferry" },
        { text: "Nobody has ever counted the stairs twice and come to the same number" },
        { text: "The figures walk at noon, except in the years that begin on a Sunday" },
        { text: "Yes" },
      ],
      media: { id: pictureId, alt: "An island seen from above" },
      explanation:
        "The archives moved out in 1911, after the second flood; what is shown today are copies that the school of drawing made over forty years.",
    }),
    plate("arabic", choice("المشتري", "الزهرة"), {
      prompt: "ما أكبر كوكب في المجموعة الشمسية؟",
      options: [{ text: "المريخ" }, { text: "المشتري", correct: true }, { text: "الزهرة" }],
    }),
  ];
}

type Responses = Pick<Plate, "right" | "wrong">;

/** Of a slide, which asks nothing. */
const SILENT: Responses = { right: () => null, wrong: () => null };

const SPECIAL: Record<string, string> = { long: "single", arabic: "single" };

function plate(
  name: string,
  responses: Responses,
  question: { prompt: string } & Record<string, unknown>,
): Plate {
  return { name, question: { kind: SPECIAL[name] ?? name, timeLimitMs, ...question }, ...responses };
}

function place({ options }: OpenQuestion, text: string): number {
  return options.findIndex((option) => option.text === text);
}

function choice(right: string, wrong: string): Responses {
  return {
    right: (open) => ({ choice: place(open, right) }),
    wrong: (open) => ({ choice: place(open, wrong) }),
  };
}

function choices(right: string[], wrong: string[]): Responses {
  const all = (texts: string[]) => (open: OpenQuestion) => ({
    choices: texts.map((text) => place(open, text)),
  });
  return { right: all(right), wrong: all(wrong) };
}

function ordered(items: string[]): Responses {
  const order = (texts: string[]) => (open: OpenQuestion) => ({
    order: texts.map((text) => place(open, text)),
  });
  return { right: order(items), wrong: order([...items.slice(0, 1), ...items.slice(1).reverse()]) };
}

function matched(homes: Record<string, string>): Responses {
  const group = ({ groups = [] }: OpenQuestion, text = "") => groups.findIndex((each) => each.text === text);
  return {
    right: (open) => ({ match: open.options.map(({ text }) => group(open, homes[text])) }),
    wrong: (open) => ({ match: open.options.map(() => group(open, "Sea")) }),
  };
}

function point(x: number, y: number) {
  return { point: { x, y } };
}
