import type { QuizInput } from "#lib/quiz/quiz.ts";

/** The picture of drizzle/seeds/media; a copy of its own, with an id of its own, goes to each account. */
export const NIGHT_SKY = {
  id: "nightskynightskynigh-1600x1000.webp",
  size: { width: 1600, height: 1000 },
} as const;

/** Quizzes a new host finds in the dashboard: good enough to play tonight, and between them every kind of question. */
export const sampleQuizzes: QuizInput[] = [
  {
    title: "Around the world",
    description: "A quick trip across time zones, borders and dinner tables. No passport needed.",
    questions: [
      {
        kind: "single",
        prompt: "Which country has the most time zones, overseas territories included?",
        options: [
          { text: "Russia" },
          { text: "France", correct: true },
          { text: "United States" },
          { text: "China" },
        ],
        explanation:
          "France keeps twelve, thanks to islands from Polynesia to Réunion. Russia has eleven, and China, as wide as it is, just one.",
      },
      {
        kind: "truefalse",
        prompt: "It has snowed in the Sahara in this century.",
        correct: true,
        timeLimitMs: 15_000,
        explanation:
          "Aïn Séfra in Algeria, the “gateway to the desert”, has woken to white dunes several times since 2016.",
      },
      {
        kind: "text",
        prompt: "Which city on two continents was once called Constantinople?",
        accepted: ["Istanbul", "İstanbul"],
        typoTolerance: true,
        timeLimitMs: 30_000,
        explanation:
          "The Bosporus runs through the middle: a ferry takes you from Europe to Asia in about twenty minutes.",
      },
      {
        kind: "multiple",
        prompt: "Which of these countries have no coast?",
        options: [
          { text: "Bolivia", correct: true },
          { text: "Morocco" },
          { text: "Mongolia", correct: true },
          { text: "Laos", correct: true },
          { text: "Vietnam" },
        ],
        showPick: true,
        timeLimitMs: 25_000,
        explanation:
          "Bolivia has a navy all the same. It sails on Lake Titicaca, 3,800 meters above the sea.",
      },
      {
        kind: "order",
        prompt: "From north to south, please!",
        items: ["Reykjavík", "Edinburgh", "Toronto", "Cairo", "Lima"],
        timeLimitMs: 40_000,
        explanation: "Toronto looks far north on many maps, yet it lies further south than Venice.",
      },
      {
        kind: "slider",
        prompt: "How much of the Earth’s surface is covered by water?",
        min: 0,
        max: 100,
        correct: 71,
        margin: 4,
        unit: "%",
        explanation: "About 71 %. Drinkable without more ado is not even one percent of it.",
      },
      {
        kind: "match",
        prompt: "Which money is spent where?",
        pairs: [
          { item: "Zloty", group: "Poland" },
          { item: "Rand", group: "South Africa" },
          { item: "Baht", group: "Thailand" },
          { item: "Sol", group: "Peru" },
        ],
        timeLimitMs: 40_000,
        explanation: "Zloty means “golden”. The sol shares its name with the sun, which the Inca revered.",
      },
      {
        kind: "single",
        prompt: "Where might somebody greet you with “Kia ora”?",
        options: [
          { text: "Finland" },
          { text: "Kenya" },
          { text: "New Zealand", correct: true },
          { text: "South Korea" },
        ],
        explanation:
          "It is Māori and wishes you life and health. It also does for “thanks” and “hear, hear”.",
      },
      {
        kind: "number",
        prompt: "How many member states does the United Nations have?",
        correct: 193,
        tolerance: 3,
        timeLimitMs: 25_000,
        explanation: "193 since South Sudan joined in 2011. In 1945 it began with 51.",
      },
      {
        kind: "text",
        prompt: "Broth, rice noodles, herbs, beef or chicken: what is Vietnam’s most famous soup called?",
        accepted: ["Phở", "Pho bo", "Pho ga"],
        explanation: "Phở. In Hanoi it is, above all, breakfast.",
      },
      {
        kind: "number",
        prompt: "How long is the Trans-Siberian Railway from Moscow to Vladivostok? The closest guess wins.",
        correct: 9289,
        closest: true,
        unit: "km",
        points: 2,
        timeLimitMs: 30_000,
        explanation: "9,289 kilometers: about seven days, eight time zones, and a great deal of tea.",
      },
      {
        kind: "wordcloud",
        prompt: "Where would you go at once? One place or two.",
        maxEntries: 2,
        moderation: "filter",
        timeLimitMs: 30_000,
      },
      {
        kind: "slide",
        prompt: "You are nearly home",
        text: "All tickets are stamped, and the last two questions are about you.\nNobody can be wrong.",
        timeLimitMs: 10_000,
      },
      {
        kind: "rating",
        prompt: "How well traveled do you feel now?",
        lowLabel: "As far as my street",
        highLabel: "Marco Polo",
        timeLimitMs: 15_000,
      },
      {
        kind: "poll",
        prompt: "A free ticket for tomorrow! Where do you go?",
        options: [
          { text: "Mountains" },
          { text: "A beach" },
          { text: "A big city" },
          { text: "Nowhere. My sofa is lovely" },
        ],
      },
    ],
  },
  {
    title: "Curious by nature",
    description: "Hearts, bones, planets and penguins: small facts that are fun to be wrong about.",
    questions: [
      {
        kind: "poll",
        prompt: "Warm-up: where would you rather go exploring?",
        options: [
          { text: "The deep sea" },
          { text: "Outer space" },
          { text: "A rain forest" },
          { text: "The back of my fridge" },
        ],
        timeLimitMs: 15_000,
      },
      {
        kind: "truefalse",
        prompt: "An octopus has three hearts.",
        correct: true,
        timeLimitMs: 15_000,
        explanation:
          "Two for the gills, one for the rest of the body. That one pauses while the animal swims.",
      },
      {
        kind: "single",
        prompt: "Which star is the closest to Earth?",
        options: [
          { text: "Proxima Centauri" },
          { text: "Sirius" },
          { text: "The Pole Star" },
          { text: "The Sun", correct: true },
        ],
        explanation:
          "Eight light-minutes away. Proxima Centauri comes second, at more than four light-years.",
      },
      {
        kind: "multiple",
        prompt: "Which of these animals are mammals?",
        options: [
          { text: "Platypus", correct: true },
          { text: "Penguin" },
          { text: "Bat", correct: true },
          { text: "Dolphin", correct: true },
          { text: "Seahorse" },
          { text: "Sloth", correct: true },
        ],
        timeLimitMs: 25_000,
        explanation:
          "The platypus lays eggs and still feeds its young with milk, so it belongs to the family.",
      },
      {
        kind: "pin",
        prompt: "Which of these is the Pole Star?",
        media: {
          id: NIGHT_SKY.id,
          alt: "The northern night sky above a forest. Lines join three constellations: a W on the left, a small dipper in the middle, and a large one at the upper right.",
        },
        targets: [{ x: 0.4923, y: 0.4272, radius: 0.03 }],
        timeLimitMs: 40_000,
        explanation:
          "Follow the outer edge of the Great Dipper’s bowl, five times its length: at the tip of the Little Dipper’s handle.",
      },
      {
        kind: "number",
        prompt: "How many bones are there in an adult human body?",
        correct: 206,
        tolerance: 4,
        timeLimitMs: 25_000,
        explanation: "206 as a rule. Babies have many more; a good number of them grow together.",
      },
      {
        kind: "order",
        prompt: "From the smallest to the largest",
        items: ["Hydrogen atom", "Flu virus", "Red blood cell", "Ladybird", "Hummingbird"],
        timeLimitMs: 40_000,
        explanation:
          "A flu virus is about a thousand times wider than a hydrogen atom. A red blood cell could hold a crowd of them.",
      },
      {
        kind: "text",
        prompt: "Which chemical element has the symbol Au?",
        accepted: ["Gold"],
        explanation:
          "From the Latin “aurum”. All the gold ever mined would fit into a cube some 22 meters wide.",
      },
      {
        kind: "truefalse",
        prompt: "Lightning never strikes the same place twice.",
        correct: false,
        timeLimitMs: 15_000,
        explanation: "It likes tall things: the Empire State Building is struck about twenty times a year.",
      },
      {
        kind: "single",
        prompt: "On which planet does one turn around itself take longer than one trip around the Sun?",
        options: [
          { text: "Mercury" },
          { text: "Venus", correct: true },
          { text: "Mars" },
          { text: "Neptune" },
        ],
        points: 2,
        explanation:
          "Venus: 243 Earth days for a turn, 225 for a trip. And it turns the other way around, too.",
      },
      {
        kind: "number",
        prompt: "How deep was the deepest dive of an emperor penguin on record? The closest guess wins.",
        correct: 564,
        closest: true,
        unit: "m",
        timeLimitMs: 30_000,
        explanation: "564 meters, noted by a small recorder on the bird’s back. All that for a fish.",
      },
    ],
  },
  {
    title: "Play it again",
    description: "Music, films, games and sport, for people who say they never win anything.",
    questions: [
      {
        kind: "single",
        prompt: "Which instrument has 47 strings and seven pedals?",
        options: [
          { text: "Concert harp", correct: true },
          { text: "Grand piano" },
          { text: "Sitar" },
          { text: "Double bass" },
        ],
        explanation:
          "The pedals raise or lower all strings of one note at once. The feet are as busy as the hands.",
      },
      {
        kind: "truefalse",
        prompt: "The first modern Olympic Games took place in Paris.",
        correct: false,
        timeLimitMs: 15_000,
        explanation: "Athens, 1896. Paris followed in 1900, and again in 1924 and 2024.",
      },
      {
        kind: "order",
        prompt: "Which game came first? Oldest on top",
        items: ["Pac-Man", "Tetris", "Super Mario Bros.", "Minecraft", "Pokémon GO"],
        timeLimitMs: 40_000,
        explanation: "1980, 1984, 1985, 2009 as a first public version, and 2016.",
      },
      {
        kind: "multiple",
        prompt: "Which of these dances were born in Latin America?",
        options: [
          { text: "Tango", correct: true },
          { text: "Flamenco" },
          { text: "Samba", correct: true },
          { text: "Polka" },
          { text: "Cumbia", correct: true },
        ],
        timeLimitMs: 25_000,
        explanation:
          "Flamenco comes from Andalusia in Spain, the polka from Bohemia, today’s Czech Republic.",
      },
      {
        kind: "text",
        prompt: "Black and white stones on a board of 19 by 19 lines: which game is this?",
        accepted: ["Go", "Weiqi", "Baduk", "Igo", "围棋", "圍棋", "囲碁", "바둑"],
        timeLimitMs: 30_000,
        explanation: "Go in Japan and the West, weiqi in China, baduk in Korea: more than 2,500 years old.",
      },
      {
        kind: "number",
        prompt: "How many keys does a standard piano have?",
        correct: 88,
        explanation: "88: 52 white ones and 36 black ones, a little over seven octaves.",
      },
      {
        kind: "single",
        prompt: "Which studio made “Spirited Away”?",
        options: [
          { text: "Pixar" },
          { text: "Studio Ghibli", correct: true },
          { text: "Aardman" },
          { text: "DreamWorks" },
        ],
        explanation: "Hayao Miyazaki’s film won the Oscar for the best animated feature in 2003.",
      },
      {
        kind: "number",
        prompt: "How many minutes did the longest professional tennis match last? The closest guess wins.",
        correct: 665,
        closest: true,
        unit: "minutes",
        points: 2,
        timeLimitMs: 30_000,
        explanation:
          "Eleven hours and five minutes over three days: Isner beat Mahut at Wimbledon in 2010, 70–68 in the last set.",
      },
      {
        kind: "poll",
        prompt: "You walk on stage to collect the prize. What is playing?",
        options: [
          { text: "A rock guitar" },
          { text: "A drum roll" },
          { text: "A string quartet" },
          { text: "Cheering is enough" },
        ],
        timeLimitMs: 15_000,
      },
    ],
  },
];
