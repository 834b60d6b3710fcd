import { type Random, shuffled } from "#lib/kernel/random.ts";

/** Names as people type them on a quiz night, in many scripts; each fits into 24 characters. */
const FIRST = [
  ...[
    "Ada",
    "Amélie",
    "Anaïs",
    "Björn",
    "Chloë",
    "Dáithí",
    "Émile",
    "Fatma",
    "Gökçe",
    "Håkon",
    "Ignác",
    "Jürgen",
  ],
  ...[
    "Katalin",
    "Łukasz",
    "Māia",
    "Niamh",
    "Øyvind",
    "Paweł",
    "Quỳnh",
    "Réka",
    "Søren",
    "Şebnem",
    "Tomás",
    "Ūla",
  ],
  ...[
    "Vojtěch",
    "Wiremu",
    "Xochitl",
    "Yağmur",
    "Živa",
    "Zoë",
    "Ngozi",
    "Thabo",
    "Wanjirũ",
    "Kwame",
    "Aroha",
    "Kalea",
  ],
  ...[
    "Олена",
    "Дмитро",
    "Настя",
    "Борис",
    "Ελένη",
    "Νίκος",
    "Անի",
    "ნინო",
    "გიორგი",
    "שירה",
    "נועם",
    "ליאור",
  ],
  ...[
    "ليلى",
    "يوسف",
    "مريم",
    "عمر",
    "پریسا",
    "کاوه",
    "प्रिया",
    "अर्जुन",
    "ਗੁਰਪ੍ਰੀਤ",
    "আনিকা",
    "தமிழ்",
    "స్నేహ",
    "സൂര്യ",
  ],
  ...[
    "สมชาย",
    "มะลิ",
    "សុភា",
    "အောင်",
    "ສົມພອນ",
    "小明",
    "美玲",
    "志豪",
    "さくら",
    "ハルト",
    "結衣",
    "민준",
    "서연",
    "Bataa",
    "Тэмүүлэн",
  ],
];
const TEAMS = [
  "Quiz Khalifa",
  "Les Incollables",
  "Team Banane",
  "Los Sabiondos",
  "Die Ahnungslosen",
  "勉強会",
  "Пончики",
  "Table 7",
];

/** As many different names, in an order of chance. */
export function botNames(count: number, random: Random): string[] {
  const base = shuffled([...FIRST, ...TEAMS], random);
  return Array.from({ length: count }, (_, i) => {
    const name = base[i % base.length] ?? "Bot";
    return i < base.length ? name : `${name} ${Math.floor(i / base.length) + 1}`;
  });
}
