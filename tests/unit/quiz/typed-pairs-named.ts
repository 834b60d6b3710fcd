import type { PairGroup } from "./typed-pairs.ts";
import { table } from "./typed-pairs-said.ts";

/** Dates and times, articles, numbers in words, kings and short forms: written before the code that judges them was looked at. */
export const NAMED_PAIRS: readonly PairGroup[] = [
  table("dates, times, articles, numbers and names", 104, {
    same: {
      en: `
      1,250,000 ← 1.25 million
      1,250,000 ← 1250000
      three quarters ← 3/4
      3/4 ← three quarters
      12.5% ← 12.5 percent
      72 mph ← 72 miles per hour
      6 ft 2 in ← 6'2"
      6 ft 2 in ← 6 feet 2 inches
      H2SO4 ← h2so4
      H2SO4 ← H₂SO₄
      Fe3+ ← Fe³⁺
      July 4, 1776 ← 4 July 1776
      July 4, 1776 ← 4th of July 1776
      July 4, 1776 ← July 4th, 1776
      3:30 pm ← 15:30
      3:30 pm ← 3.30pm
      $5.99 ← 5.99 dollars
      $5.99 ← 5,99 $
      £20 ← 20 pounds
      The Great Gatsby ← great gatsby
      The Beatles ← Beatles
      Martin Luther King Jr. ← martin luther king jr
      Henry VIII ← Henry the Eighth
      World War I ← WWI
      St. Petersburg ← Saint Petersburg
      Mt. Everest ← Mount Everest
      Romeo and Juliet ← Romeo & Juliet
      Rock 'n' Roll ← rock n roll
      twenty-one ← 21
      1st ← first
      -40 °C ← minus 40 degrees Celsius
      2.998e8 m/s ← 2.998 × 10^8 m/s
      sin(x)/x ← sin x / x
      x ≥ 3 ← x >= 3
      July 4, 1776 ← 7/4/1776
      July 4, 1776 ← 1776-07-04
      9/11/2001 ← September 11, 2001
      12:05 am ← 0:05
      12:00 pm ← 12:00
      3 pm ← 15:00
      The Who ← Who
      an apple ← apple
      theater ← a theater
      Henry the Eighth ← Henry VIII
      ninety-nine ← 99
      half ← 1/2`,
      de: `
      der Rhein ← Rhein
      3,14 ← 3.14
      1.500 Euro ← 1500 €
      24. Dezember 1914 ← 24.12.1914
      anderthalb ← 1,5
      zweiundvierzig ← 42
      Ludwig XIV. ← Ludwig der Vierzehnte
      Abitur ← Abitür
      15:30 Uhr ← 15.30 Uhr
      15 Uhr ← 15:00
      das Ei ← Ei`,
      fr: `
      la tour Eiffel ← tour eiffel
      l'eau ← eau
      l’Hôpital ← L'hopital
      14 juillet 1789 ← 14/07/1789
      14 juillet 1789 ← le 14 juillet 1789
      Louis XIV ← Louis 14
      quatre-vingts ← 80
      2,5 L ← 2,5 litres
      18 h 30 ← 18h30
      18 h 30 ← 18:30
      Saint-Étienne ← St Etienne
      vingt et un ← 21
      soixante et onze ← 71
      quatre-vingt-dix-sept ← 97
      Louis quatorze ← Louis XIV
      François Ier ← François premier`,
      es: `
      el Amazonas ← Amazonas
      12 de octubre de 1492 ← 12/10/1492
      12 de octubre de 1492 ← 12 octubre 1492
      1.000.000 ← un millón
      Felipe II ← Felipe Segundo
      Miguel de Cervantes ← Miguel de Cervántes
      3,5 kg ← 3.5 kilos
      veintidós ← 22
      treinta y uno ← 31
      Alfonso XIII ← Alfonso Trece`,
      vi: `
      Hà Nội ← Ha Noi
      1.000 đồng ← 1000 đ
      2/9/1945 ← ngày 2 tháng 9 năm 1945
      mười hai ← 12
      hai mươi mốt ← 21
      15 tháng 8 ← ngày 15 tháng 8`,
      ar: `
      القاهرة ← قاهرة
      ١٩٧٣ ← 1973
      اثنا عشر ← 12
      كِتَاب ← كتاب
      خمسة وعشرون ← 25
      المغرب ← مغرب`,
      it: `
      l'Italia ← Italia
      2 giugno 1946 ← 2/6/1946
      mille ← 1000
      ventotto ← 28`,
      pt: `
      7 de setembro de 1822 ← 7/9/1822
      D. Pedro II ← Dom Pedro II
      vinte e um ← 21`,
      nl: `
      5 mei 1945 ← 5-5-1945
      IJsselmeer ← ijsselmeer
      eenentwintig ← 21
      tweeëntwintig ← 22`,
      pl: `
      3 maja 1791 ← 3.05.1791
      11 listopada 1918 ← 11.11.1918`,
      ru: `
      Ёлка ← Елка
      9 мая 1945 ← 9.05.1945
      Пётр I ← Петр Первый
      Екатерина II ← Екатерина Вторая
      12 апреля 1961 ← 12.04.1961`,
      sv: `
      Göteborg ← Goteborg
      6 juni 1523 ← 6/6 1523`,
      tr: `
      29 Ekim 1923 ← 29.10.1923
      on iki ← 12
      yirmi bir ← 21`,
      la: `
      Roma ← Rōma
      amare ← amāre`,
      ja: `
      ラーメン ← らーめん
      １２ ← 12
      二十一 ← 21
      1945年8月15日 ← 1945/8/15`,
      zh: `
      十二 ← 12`,
      uk: `
      п’ять ← п'ять`,
      el: `
      Αθήνα ← Αθηνα
      Σωκράτης ← Σωκρατης`,
      "en-GB": `
      9/11/2001 ← 9 November 2001`,
      cs: `
      28. října 1918 ← 28.10.1918`,
    },
    other: {
      en: `
      1,250,000 ← 1,250
      3/4 ← 4/3
      12.5% ← 1.25%
      72 mph ← 72 km/h
      6 ft 2 in ← 2 ft 6 in
      H2SO4 ← H2SO3
      Fe3+ ← Fe2+
      CO ← CO2
      July 4, 1776 ← July 5, 1776
      July 4, 1776 ← July 4, 1767
      3:30 pm ← 3:30 am
      $5.99 ← $5.90
      £20 ← €20
      increase ← decrease
      legal ← illegal
      import ← export
      endothermic ← exothermic
      Austria ← Australia
      Niger ← Nigeria
      Slovakia ← Slovenia
      mitosis ← meiosis
      affect ← effect
      Henry VIII ← Henry VII
      women ← woman
      1990s ← 1990
      -40 °C ← 40 °C
      x ≥ 3 ← x > 3
      May 5, 2020 ← 5 May 2021
      4/7/1776 ← 7/4/1776
      16:9 ← 4:09 pm
      A major ← major
      Elizabeth II ← Elizabeth the First
      Elizabeth II ← Queen Elizabeth
      Catherine the Great ← Catherine the 8th
      seventy ← 17
      second ← 2`,
      de: `
      1.500 Euro ← 1,5 Euro
      24. Dezember 1914 ← 24.12.1941
      Ludwig XIV. ← Ludwig XVI.
      Akkusativ ← Ablativ
      Neutron ← Neuron
      Bundesrat ← Bundestag
      1. Mai ← 1.5
      der See ← die See
      A-Dur ← Dur`,
      fr: `
      14 juillet 1789 ← 14 juin 1789
      moelle ← molle
      poisson ← poison
      dessert ← désert
      Louis XIV ← Louis XVI
      2,5 L ← 25 L
      cru ← cuit`,
      es: `
      pollo ← polo
      caballo ← cabello
      Felipe II ← Felipe III
      hipotermia ← hipertermia`,
      vi: `
      2/9/1945 ← 9/2/1954`,
      ar: `
      شمال ← شمل
      الله ← له`,
      it: `
      pala ← palla
      anno ← ano`,
      pt: `
      D. Pedro II ← D. Pedro I`,
      nl: `
      maan ← man`,
      ru: `
      9 мая 1945 ← 9 мая 1954
      Австрия ← Австралия
      кот ← код`,
      la: `
      rosa ← rosae
      dominus ← dominum
      vixit ← vicit`,
      unknown: `
      portare ← portate
      populus ← populos
      dominus ← dominis
      exercitus ← exercitum`,
      zh: `
      上海 ← 北京
      九十 ← 19`,
    },
  }),
];
