/** What players typed, what was accepted, and whether a person would call it the same: by language. */
export interface Pair {
  typed: string;
  accepted: string;
}

interface Table {
  /** Other things, however few letters differ. */
  other: string;
  /** The same thing, written badly. */
  slip: string;
}

/** "typed = accepted", one pair a line. */
const TABLES: Record<string, Table> = {
  en: {
    other: `
      Iceland = Ireland
      Ireland = Iceland
      altitude = latitude
      latitude = altitude
      hypotension = hypertension
      hypothermia = hyperthermia
      hypoglycemia = hyperglycemia
      hyperglycaemia = hypoglycaemia
      nitrate = nitrite
      nitrite = nitrate
      nitride = nitrate
      desert = dessert
      dessert = desert
      South Korea = North Korea
      North Korea = South Korea
      North America = South America
      Northern Ireland = Northern Iceland
      West Virginia = East Virginia
      Slovakia = Slovenia
      Austria = Austrian
      Dominica = Dominican
      Nigeria = Nigerian
      angel = angle
      quiet = quite
      trail = trial
      casual = causal
      martial = marital
      conservation = conversation
      affect = effect
      emigrate = immigrate
      prescribe = proscribe
      perfect = prefect
      intrastate = interstate
      intercellular = intracellular
      adduction = abduction
      methane = methene
      ethane = ethene
      ethene = ethyne
      propane = propene
      methanol = methanal
      sulfate = sulfite
      chloride = chlorite
      lactase = lactose
      maltase = maltose
      mitosis = meiosis
      endothermic = exothermic
      exoskeleton = endoskeleton
      macroeconomics = microeconomics
      homozygous = heterozygous
      stalagmite = stalactite
      stalactite = stalagmite
      principal = principle
      principle = principal
      stationery = stationary
      complement = compliment
      princess = princes
      symmetric = asymmetric
      typical = atypical
      legal = illegal
      united = untied
      ordinal = original
      Calvin = Kelvin
      Marx = Mars
      Henry VII = Henry VIII
      World War I = World War II
      World War II = World War
      Elizabeth = Elizabeth I
      Elizabeth I = Elizabeth
      Apollo 13 = Apollo 11
      Boeing 737 = Boeing 747
      Gulf Wars = Golf Wars
      Black Sea = Blank Sea
      Alexander I = Alexandra I
      Washington DC = Washington
      tripartite = bipartite
      bicycle = tricycle
      ultrasonic = infrasonic
      convex = concave`,
    slip: `
      Everst = Everest
      Evreest = Everest
      Mount Everset = Mount Everest
      Mounteverst = Mount Everest
      Pacfic Ocean = Pacific Ocean
      Shakespear = Shakespeare
      Shakespaere = Shakespeare
      Mediteranean = Mediterranean
      Mediterannean = Mediterranean
      Phillipines = Philippines
      Massachusets = Massachusetts
      Missisippi = Mississippi
      Cincinatti = Cincinnati
      photosyntesis = photosynthesis
      mitochondira = mitochondria
      Constantinopel = Constantinople
      Beethovn = Beethoven
      Mozrat = Mozart
      Einstien = Einstein
      Micheal Jackson = Michael Jackson
      Leonardo da Vinchi = Leonardo da Vinci
      Sanfransisco = San Francisco
      San Fransisco = San Francisco
      United Kingdon = United Kingdom
      New Zeland = New Zealand
      Austraila = Australia
      Argentinia = Argentina
      colour = color
      color = colour
      theater = theatre
      aluminum = aluminium
      organise = organize
      sulphur = sulfur
      volcanos = volcanoes
      dinosaurs = dinosaur
      dinosaur = dinosaurs
      rhythem = rhythm
      Ceasar = Caesar
      Julius Ceasar = Julius Caesar
      Pharoah = Pharaoh
      Tutankhamum = Tutankhamun
      Chruchill = Churchill
      Winston Churchil = Winston Churchill
      hypertesnion = hypertension
      nitrogn = nitrogen
      hydrogne = hydrogen
      Jupitor = Jupiter
      Mecury = Mercury
      guitarr = guitar
      piramid = pyramid
      North Koera = North Korea
      Apolo 11 = Apollo 11
      Bismarck = Bismark
      theaters = theatres
      Copenhaguen = Copenhagen
      Reykjavk = Reykjavik
      Guadalajra = Guadalajara
      Galapogos = Galapagos
      Stonehedge = Stonehenge
      Kilimanjaroo = Kilimanjaro
      pterodactly = pterodactyl
      Tyranosaurus = Tyrannosaurus
      encyclopdia = encyclopedia
      Fahrenhiet = Fahrenheit
      Renaissnce = Renaissance
      Czechoslovakai = Czechoslovakia
      Mexiko = Mexico`,
  },
  de: {
    other: `
      Irland = Island
      Island = Irland
      Nitrit = Nitrat
      Nitrid = Nitrit
      Sulfit = Sulfat
      Uruguay = Paraguay
      Mauretanien = Mauritius
      Fichte = Fiche
      Kürbis = Kubus
      Wunder = Wunden
      Gewicht = Gesicht
      Gesicht = Gedicht
      Verfall = Vorfall
      Vertrag = Vortrag
      Einwanderung = Auswanderung
      Fliege = Flieger
      Schale = Schule
      Kanone = Kanon
      Ethen = Ethan
      Propan = Propen
      Südkorea = Nordkorea
      Slowakei = Slowenien
      Hypotonie = Hypertonie
      Hyperthermie = Hypothermie
      Kirsche = Kirche
      Leder = Leber
      Mikroskop = Makroskop
      Nordsee = Ostsee
      Nordpol = Südpol
      Norddeutschland = Süddeutschland
      Oberfranken = Unterfranken
      Vorname = Nachname
      Breitengrad = Längengrad
      Ludwig XIV = Ludwig XVI
      Preußen = Preise
      konvex = konkav`,
    slip: `
      Deutchland = Deutschland
      Östereich = Österreich
      Photosynthse = Photosynthese
      Berchtesgarden = Berchtesgaden
      Schweitz = Schweiz
      Neuschwanstien = Neuschwanstein
      Rhytmus = Rhythmus
      Bismark = Bismarck
      Otto von Bismark = Otto von Bismarck
      Hannver = Hannover
      Goehte = Goethe
      Franzsikaner = Franziskaner
      Niederland = Niederlande`,
  },
  fr: {
    other: `
      Irlande = Islande
      Islande = Irlande
      l'Irlande = l'Islande
      désert = dessert
      dessert = désert
      nitrite = nitrate
      latitude = altitude
      hypotension = hypertension
      Corée du Sud = Corée du Nord
      poisson = poison
      poison = poisson
      cousin = coussin
      immigration = émigration
      Slovaquie = Slovénie
      Lituanie = Lettonie
      baisser = baiser
      dessin = destin
      montagne = montagnes russes
      Niger = Nigéria
      chimie = chimère
      Autriche = Autruche
      Autruche = Autriche
      méthane = méthène
      lactase = lactose
      Louis XIV = Louis XVI
      Amérique du Nord = Amérique du Sud
      microscope = macroscope`,
    slip: `
      Napoléon Bonapart = Napoléon Bonaparte
      Versaille = Versailles
      Marseile = Marseille
      Tour Eifel = Tour Eiffel
      Méditeranée = Méditerranée
      Molirèe = Molière
      l'Islandde = l'Islande
      Aznavourr = Aznavour`,
  },
  es: {
    other: `
      latitud = altitud
      altitud = latitud
      nitrito = nitrato
      hipotensión = hipertensión
      hipertermia = hipotermia
      Corea del Sur = Corea del Norte
      conversación = conservación
      etano = eteno
      metanal = metanol
      lactasa = lactosa
      caballo = cabello
      cabello = caballo
      hombre = hambre
      Fernanda = Fernando
      Francisca = Francisco
      inmigrar = emigrar
      Eslovaquia = Eslovenia
      América del Norte = América del Sur
      Carlos III = Carlos II
      cuento = cuenta
      banco = banca
      Australia = Austria
      Paraguay = Uruguay
      embestir = investir
      ácido nitroso = ácido nítrico
      siglo XIX = siglo XX
      macroscopio = microscopio`,
    slip: `
      Cervntes = Cervantes
      Miguel de Cervántez = Miguel de Cervantes
      Barcelna = Barcelona
      fotosintésiss = fotosíntesis
      Mediteráneo = Mediterráneo
      Picaso = Picasso
      Velasquez = Velázquez
      Machu Pichu = Machu Picchu
      Argentna = Argentina
      Simon Bolivra = Simón Bolívar`,
  },
  vi: {
    other: `
      Bắc Ninh = Tây Ninh
      Quảng Ninh = Quảng Bình
      Quảng Nam = Quảng Ngãi
      Miền Nam = Miền Bắc
      Hàn Quốc = Trung Quốc
      Triều Tiên = Hàn Quốc
      Nguyễn Huệ = Nguyễn Du
      thường = trường
      tiếng = tiên
      Ninh Thuận = Bình Thuận
      Thái Bình Dương = Đại Tây Dương`,
    slip: `
      Truường Sa = Trường Sa
      Thaái Nguyêên = Thái Nguyên
      Phú Quôốc = Phú Quốc
      Đông Dươngg = Đông Dương
      Nguyêễn Du = Nguyễn Du`,
  },
  ar: {
    other: `
      أيرلندا = آيسلندا
      كوريا الجنوبية = كوريا الشمالية
      كوريا الشمالية = كوريا الجنوبية
      النمسا = النمس
      العراق = العرق
      الجنوب = الجنون
      كتاب = كاتب
      مدرسة = مدرس
      الشمال = الشمالي
      القاهر = القاهرة
      السودان = السوداني
      المغرب = المغربي
      الكويت = الكبريت
      السماء = الأسماء
      الصين = الطين
      الربيع = الرفيع`,
    slip: `
      الإسكندريه = الإسكندرية
      الاسكنندرية = الإسكندرية
      البتراا = البتراء
      الفرزدوق = الفرزدق
      ابن بطوططة = ابن بطوطة
      الخوارزميي = الخوارزمي`,
  },
  others: {
    other: `
      アイルランド = アイスランド
      동남아시아 = 동북아시아
      中华人民共和园 = 中华人民共和国
      гипотензия = гипертензия
      микроэкономика = макроэкономика
      Северная Корея = Южная Корея
      เกาหลีใต้ = เกาหลีเหนือ
      Исландия = Ирландия
      Ирландия = Исландия
      нитрат = нитрит
      Ісландія = Ірландія
      Ισλανδία = Ιρλανδία
      אירלנד = איסלנד
      نترات = نتريت
      chevaux = cheveux
      आयरलैंड = आइसलैंड`,
    slip: `
      Шекспр = Шекспир
      Моцрат = Моцарт
      ירושליים = ירושלים
      Достоевскй = Достоевский
      фотосинтезз = фотосинтез
      Αριστοτέηλς = Αριστοτέλης`,
  },
};

export function pairs(of: keyof Table): (Pair & { language: string })[] {
  return Object.entries(TABLES).flatMap(([language, table]) =>
    table[of]
      .trim()
      .split("\n")
      .map((line) => {
        const [typed = "", accepted = ""] = line.trim().split(" = ");
        return { language, typed, accepted };
      }),
  );
}
