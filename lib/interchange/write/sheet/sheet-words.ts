import type { Locale } from "../../../language/locales.ts";

/** What stands on a printed sheet besides the quiz's own words. */
export interface SheetWords {
  name: string;
  date: string;
  answers: string;
  yes: string;
  no: string;
  several: string;
  order: string;
  match: string;
  pin: string;
  closest: string;
}

export const SHEET_WORDS: Record<Locale, SheetWords> = {
  en: {
    name: "Name",
    date: "Date",
    answers: "Answers",
    yes: "True",
    no: "False",
    several: "More than one may be right.",
    order: "Number them in the right order.",
    match: "Write the letter of what each belongs to.",
    pin: "Mark the place with a cross.",
    closest: "The closest number wins.",
  },
  de: {
    name: "Name",
    date: "Datum",
    answers: "Lösungen",
    yes: "Richtig",
    no: "Falsch",
    several: "Mehrere Antworten können richtig sein.",
    order: "Nummeriere in der richtigen Reihenfolge.",
    match: "Schreibe den Buchstaben dazu, zu dem es gehört.",
    pin: "Markiere die Stelle mit einem Kreuz.",
    closest: "Die nächste Zahl gewinnt.",
  },
  es: {
    name: "Nombre",
    date: "Fecha",
    answers: "Soluciones",
    yes: "Verdadero",
    no: "Falso",
    several: "Puede haber más de una respuesta correcta.",
    order: "Numera en el orden correcto.",
    match: "Escribe la letra que corresponde a cada uno.",
    pin: "Marca el lugar con una cruz.",
    closest: "Gana el número más cercano.",
  },
  fr: {
    name: "Nom",
    date: "Date",
    answers: "Corrigé",
    yes: "Vrai",
    no: "Faux",
    several: "Plusieurs réponses peuvent être justes.",
    order: "Numérotez dans le bon ordre.",
    match: "Écrivez la lettre qui correspond à chacun.",
    pin: "Marquez l’endroit d’une croix.",
    closest: "Le nombre le plus proche gagne.",
  },
  vi: {
    name: "Họ tên",
    date: "Ngày",
    answers: "Đáp án",
    yes: "Đúng",
    no: "Sai",
    several: "Có thể có nhiều đáp án đúng.",
    order: "Đánh số theo đúng thứ tự.",
    match: "Viết chữ cái tương ứng với mỗi mục.",
    pin: "Đánh dấu vị trí bằng một dấu nhân.",
    closest: "Số gần nhất thắng.",
  },
  ar: {
    name: "الاسم",
    date: "التاريخ",
    answers: "الإجابات",
    yes: "صحيح",
    no: "خطأ",
    several: "قد تكون هناك أكثر من إجابة صحيحة.",
    order: "رقّمها بالترتيب الصحيح.",
    match: "اكتب الحرف المناسب لكل عنصر.",
    pin: "ضع علامة × على المكان.",
    closest: "الرقم الأقرب هو الفائز.",
  },
};
