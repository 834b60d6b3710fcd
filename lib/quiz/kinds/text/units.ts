import { plainLetters } from "./normalize.ts";

/**
 * Units and currencies, each with the names people write instead of its sign. A name with a slash before its last letter is
 * also said with it.
 */
const NAMES: readonly string[] = [
  // Lengths
  "nm nanometer nanometers nanometre nanometres nanometro nanometros nanomet nanometri nanometern",
  "um mum micrometer micrometers micrometre micrometres mikrometer micrometro micrometros micron microns",
  "mm millimeter millimeters millimetre millimetres millimetro milimetro milimetros millimetri milimet milimetre milimetr миллиметр миллиметра миллиметров міліметр міліметрів ملم مليمتر ミリメートル 毫米 밀리미터 มม มิลลิเมตร ממ מילימטר מילימטרים میلیمتر",
  "cm centimeter centimeters centimetre centimetres zentimeter centimetro centimetros centimetri xentimet santimetre centymetr centymetry centymetrow см сантиметр сантиметра сантиметров сантиметрів سم سنتيمتر センチ センチメートル 厘米 公分 센티미터 सेमी सेंटीमीटर ซม เซนติเมตร סמ סנטימטר סנטימטרים سانتیمتر",
  "dm decimeter decimeters decimetre decimetres dezimeter decimetro decimetros",
  "m meter meters metre metres metern metro metros metri met metr metry metrow м метр метра метров метри метрів متر أمتار メートル 米 公尺 미터 मीटर ม เมตร מ מטר מטרים",
  "km kilometer kilometers kilometre kilometres kilometern kilometro kilometros chilometro chilometri quilometro quilometros kilomet cayso kilometr kilometry kilometrow км километр километра километров кілометр кілометри кілометрів كم كيلومتر キロ キロメートル 公里 千米 킬로미터 किमी किलोमीटर กม กิโลเมตร กิโล קמ קילומטר קילומטרים کیلومتر",
  "mi mile miles meile meilen milla millas milha milhas миля мили миль ميل マイル 英里 마일 मील dam mil ไมล์ מייל מיילים",
  "ft foot feet fuss pied pieds pie pies",
  "in inch inches zoll pouce pouces pulgada pulgadas",
  "yd yard yards",
  "ly lightyear lightyears lichtjahr lichtjahre lj anneelumiere anneeslumiere anosluz anoluz",
  // Areas and volumes
  "m2 qm sqm squaremeter squaremeters squaremetre squaremetres quadratmeter metrecarre metrescarres metrocuadrado metroscuadrados metvuong 平方メートル 平方米",
  "km2 qkm sqkm squarekilometer squarekilometers squarekilometre squarekilometres quadratkilometer kilometrecarre kilometrescarres kilometrocuadrado kilometroscuadrados kilometvuong 平方公里",
  "m3 cubicmeter cubicmeters cubicmetre cubicmetres kubikmeter metrecube metrescubes metrocubico metroscubicos",
  "cm2 sqcm squarecentimeter squarecentimeters squarecentimetre squarecentimetres quadratzentimeter centimetrecarre centimetrescarres centimetrocuadrado centimetroscuadrados 平方センチメートル 平方厘米",
  "mm2 sqmm squaremillimeter squaremillimeters squaremillimetre squaremillimetres quadratmillimeter",
  "ft2 sqft squarefoot squarefeet",
  "cm3 cc ccm cubiccentimeter cubiccentimeters cubiccentimetre cubiccentimetres kubikzentimeter centimetrecube centimetrescubes centimetrocubico centimetroscubicos",
  "km3 cubickilometer cubickilometers cubickilometre cubickilometres kubikkilometer",
  "ha hectare hectares hektar hectarea hectareas",
  "l liter liters litre litres litern litro litros litri lit litr litry litrow л литр литра литров літр літрів لتر リットル 升 리터 लीटर ลิตร ล ליטר ליטרים لیتر",
  "ml milliliter milliliters millilitre millilitres mililitro mililitros mililit мл миллилитр ミリリットル 毫升 밀리리터 มล มิลลิลิตร מל מיליליטר میلیلیتر",
  // Masses
  "mg milligram milligrams milligramm milligramme milligrammes miligramo miligramos miligam мг миллиграмм มก มิลลิกรัม מג מיליגרם",
  "g gram grams gramm gramme grammes gramo gramos grammo grammi grama gramas gam gramow г грамм грамма граммов грам грамів غرام جرام グラム 克 그램 ग्राम กรัม גרם גרמים גר گرم",
  "kg kilogram kilograms kilo kilos kilogramm kilogramme kilogrammes kilogramo kilogramos kilogrammo kilogrammi quilo quilos quilograma quilogramas kilogam can kilogramow кг килограмм килограмма килограммов кілограм кілограмів كغ كجم كيلوغرام كيلوجرام キログラム 千克 公斤 킬로그램 किग्रा किलोग्राम กก กิโลกรัม קג קילוגרם קילוגרמים קילו کیلوگرم کیلو",
  "t ton tons tonne tonnes tonnen tonelada toneladas tonnellata tonnellate tan т тонна тонны тонн طن トン 吨 톤 टन ตัน טון טונות تن",
  "lb lbs pound pounds pfund libra libras livre livres",
  "oz ounce ounces unze unzen onza onzas once onces",
  // Times
  "ms millisecond milliseconds millisekunde millisekunden milliseconde millisecondes milisegundo milisegundos",
  "s sec secs second seconds sekunde sekunden sek seconde secondes segundo segundos secondo secondi giay saniye sekund sekundy с секунда секунды секунд ثانية ثوان 秒 초 सेकंड सेकेंड วินาที วิ שנייה שניה שניות ثانیه 초간",
  "min mins minute minutes minuten minuto minutos minuti phut dakika minut minuty минута минуты минут хвилина хвилин دقيقة دقائق 分 分钟 分鐘 분 मिनट นาที דקה דקות דק دقیقه",
  "h hr hrs hour hours stunde stunden std heure heures hora horas ora ore gio saat godzina godziny godzin час часа часов година годин ساعة ساعات 時間 小时 小時 시간 घंटे घंटा ч ชั่วโมง ชม שעה שעות",
  "day days tag tage tagen jour jours dia dias giorno giorni ngay gun dzien dni день дня дней يوم أيام 日 天 일 दिन วัน יום ימים روز",
  "year yr yrs years jahr jahre jahren an ans annee annees ano anos anno anni nam yil rok lata lat год года лет рік років سنة سنوات 年 년 साल वर्ष ปี שנה שנים سال",
  "bc bce vchr vuz avjc tcn قم לפנהס",
  "ad ce nchr nuz apjc",
  // Physics
  "°c °celsius c celsius degreecelsius degreescelsius degc gradcelsius degrecelsius degrescelsius gradocelsius gradoscelsius docelsius docs",
  "°f f °fahrenheit fahrenheit degreefahrenheit degreesfahrenheit degf gradfahrenheit degresfahrenheit gradosfahrenheit dof",
  "k kelvin kelvins",
  "° deg degree degrees grad degre degres grado grados gradi grau graus do derece stopien stopnie stopni градус градуса градусов градусів درجة 度 도 डिग्री องศา מעלה מעלות درجه grader stupnu",
  "hz hertz",
  "khz kilohertz",
  "n newton newtons",
  "j joule joules",
  "kj kilojoule kilojoules",
  "kcal kilocalorie kilocalories kilokalorie kilokalorien kilocaloria kilocalorias",
  "w watt watts vatio vatios oat",
  "kw kilowatt kilowatts kilovatio kilovatios",
  "megaw megawatt megawatts megavatio megavatios",
  "wh watthour watthours wattstunde wattstunden",
  "kwh kilowatthour kilowatthours kilowattstunde kilowattstunden kilowattheure kilowattheures",
  "v volt volts voltio voltios",
  "a amp amps ampere amperes amperio amperios",
  "ohm omega ohms ohmio ohmios",
  "pa pascal pascals",
  "kpa kilopascal kilopascals",
  "hpa hectopascal hectopascals hektopascal",
  "atm atmosphere atmospheres",
  "mol mole moles",
  "db decibel decibels dezibel decibelio decibelios",
  "km/h kmh kph kmph stundenkilometer",
  "mi/h mph",
  "m/s mps",
  "m/s2 m/s^2 mps2",
  "kb kilobyte kilobytes",
  "mb megabyte megabytes",
  "gb gigabyte gigabytes gigaoctet gigaoctets go",
  "tb terabyte terabytes",
  "px pixel pixels",
  // Shares
  "% percent prozent pourcent porciento phantram percento porcento procent procentow процент процента процентов відсоток відсотків yuzde بالمئة بالمائة パーセント 百分之 퍼센트 प्रतिशत pct เปอร์เซ็นต์ เปอร์เซนต์ אחוז אחוזים درصد 프로 percentuale procento procenta prosent prosenttia persen",
  "‰ permille promille pourmille pormil",
  // Money
  "$ usd dollar dollars dolar dolares dola us$ доллар доллара долларов دولار ドル 美元 달러 डॉलर ดอลลาร์ דולר דולרים دلار",
  "€ eur euro euros евро євро يورو ユーロ 欧元 유로 यूरो ยูโร יורו אירו יורואים یورو",
  "£ gbp pound sterling poundsterling",
  "¥ jpy yen 円 엔",
  "₫ vnd dong viendong",
  "₪ ils nis shekel shekels שקל שקלים שח",
  "฿ thb baht บาท",
  "元 cny rmb yuan renminbi 块 塊 人民币",
  "₹ inr rupee rupees रुपये रुपया रु rs rupye rupaye",
  "₩ krw won 원",
  "₽ rub rubel rubles рубль рубля рублей руб р",
  "₴ uah гривня гривні гривень",
  "zł pln zloty zlote zlotych",
];

const byName = new Map<string, string>();
for (const names of NAMES) {
  const [sign = "", ...others] = names.split(" ").map(plainLetters);
  for (const name of [sign, ...others]) if (!byName.has(name)) byName.set(name, sign);
}

/** What takes any of the prefixes; those above have more names. Mega is M in `tokens.ts`, for a milliwatt is none. */
const PREFIXED = [
  ...[
    "hz hertz",
    "ohm omega ohm",
    "w watt",
    "v volt",
    "a ampere",
    "a amp",
    "j joule",
    "n newton",
    "pa pascal",
    "g gram",
  ],
  ...[
    "f farad",
    "m meter",
    "m metre",
    "l liter",
    "l litre",
    "s second",
    "ev electronvolt",
    "mol mole",
    "bit bit",
  ],
];
const PREFIXES = [
  "k kilo",
  "mega mega",
  "g giga",
  "t tera",
  "m milli",
  "u micro",
  "mu micro",
  "n nano",
  "p pico",
];
for (const prefix of PREFIXES) {
  const [short = "", long = ""] = prefix.split(" ");
  for (const unit of PREFIXED) {
    const [sign = "", ...names] = unit.split(" ");
    const whole = byName.get(long + names.at(-1)) ?? (short === "mu" ? "u" : short) + sign;
    for (const name of [
      short + sign,
      ...names.flatMap((each) => [short + each, long + each, `${long + each}s`]),
    ])
      if (!byName.has(name)) byName.set(name, whole);
  }
}
for (const [name, sign] of [
  ["kilohm", "kohm"],
  ["kilohms", "kohm"],
  ["megohm", "megaohm"],
] as const)
  byName.set(name, sign);

/** The sign of a unit, from any of its names without accents and spaces; undefined for what is none. */
export function unitSign(name: string): string | undefined {
  return byName.get(name);
}

/** As many words as the name of a unit may have: "degrees Celsius", "ki-lô-mét". */
export const UNIT_WORDS = 3;
