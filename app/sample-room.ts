/** People and places on the landing page: names, the same in every language. */

export const BACK_ROW =
  "Imani Noor Tove Bao Elif Hugo Zuri Ravi Ines Luca Anouk Pim Saga Otto Yara Kofi Maren Juno Teo Alba Nils Rosa".split(
    " ",
  );
export const FRONT_ROW =
  "Ada Milo Sana Kai Freya Omar Lin Paul Nia Sven Mei Leo Ida Amir Vera Jonas Tala".split(" ");

export const TOP_THREE = [
  { name: "Sana", score: 4_812 },
  { name: "Milo", score: 4_790 },
  { name: "Freya", score: 4_655 },
];

export const BOOKSHOPS = [
  "Livraria Lello, Porto",
  "El Ateneo, Buenos Aires",
  "Shakespeare and Company, Paris",
];
