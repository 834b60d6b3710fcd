import type { PairGroup, TypedPair } from "./typed-pairs.ts";

/**
 * More typed answers by language: signs and values that are said in words, units, names. One a line, what is accepted and
 * what was typed; `before` as in typed-pairs.ts.
 */
export const SAID_PAIRS: readonly PairGroup[] = [
  table("signs and formulas, more", 72, {
    same: {
      en: `
      y=mx+b ← y = m x + b
      a/b ← a÷b
      f(x)=x^2 ← f(x) = x²
      x≥3 ← x >= 3
      x≥3 ← x=>3
      3<x<5 ← 3 < x < 5
      ±3 ← +-3
      x=±3 ← x = +/- 3
      x=3 or x=-3 ← x = 3 or x = -3
      2^10 ← 2^10
      2¹⁰ ← 2^10
      H2O ← h2o
      Ca2+ ← Ca²⁺
      Ca²⁺ ← Ca+2
      Na⁺ ← Na+
      SO4^2- ← SO42-
      NH4+ ← NH₄⁺
      2H2 + O2 -> 2H2O ← 2H₂ + O₂ → 2H₂O
      != ← ≠
      x += 1 ← x+=1
      <h1> ← < h1 >
      #FF0000 ← #ff0000
      192.168.0.1 ← 192.168.0.1
      10^-3 ← 10⁻³
      10³ ← 10^3
      1/2 ← ½
      3/4 ← ¾
      1 1/2 ← 1½
      1,000,000 ← 1000000
      -5 ← −5
      -5 ← –5
      - 5 ← -5
      3.14 ← 3.140
      1e3 ← 1000
      1.5e3 ← 1500
      6.02×10^23 ← 6.02e23
      6.02*10^23 ← 6.02 x 10²³
      10:00 ← 10:00
      5:00 pm ← 5:00pm
      1960s ← 1960s
      1914-1918 ← 1914–1918
      F-16 ← F16
      7 Up ← 7UP
      U2 ← U 2
      3D ← 3 D
      R&B ← R and B
      R&B ← R'n'B
      AT&T ← AT and T
      M&M's ← M&Ms
      C-3PO ← C3PO
      R2-D2 ← R2D2
      4x4 ← 4×4
      4×4 ← 4*4
      π ← pi
      pi ← π
      3π ← 3pi
      sin(x) ← sin x
      μ ← mu
      (2,3) ← (2, 3)
      -2/3 ← -2/3
      2x^2 ← 2x²
      x₁ ← x1
      x_1 ← x1
      p→q ← p->q
      x ≤ 5 ← x =< 5
      5️⃣ ← 5`,
      de: `
      0,5 ← 0.5
      0,5 ← 0,50
      1000 ← 1.000
      1000 ← 1 000
      1000 ← 1'000
      8 Uhr ← 8 Uhr
      500 v. Chr. ← 500 v.Chr.`,
      fr: `
      0,5 ← 0.5
      3,14 ← 3.14
      1 500 ← 1500
      1 500,5 ← 1500.5`,
      es: `
      3,14 ← 3.14`,
      tr: `
      3,5 ← 3.5`,
      ar: `
      ٥ ← 5
      ۵ ← 5
      ٣٫١٤ ← 3.14
      -٥ ← -5
      ١٬٠٠٠ ← 1000
      ١/٢ ← ½
      2×3 ← 2*3`,
      he: `
      1,500 ← 1500
      -5 ← ־5`,
      hi: `
      ५ ← 5
      १,५०० ← 1500
      १,००,००० ← 100000
      1,00,000 ← 100000
      राम और श्याम ← राम & श्याम
      ३.१४ ← 3.14
      १/२ ← ½
      २०२४ ← 2024`,
      th: `
      ๕ ← 5
      ๑,๕๐๐ ← 1500
      ๓.๑๔ ← 3.14
      -๕ ← -5
      พ.ศ. 2500 ← พศ 2500`,
      ko: `
      톰과 제리 ← 톰 & 제리
      3·1 운동 ← 3.1 운동
      3.1운동 ← 3·1 운동
      6·25 전쟁 ← 6.25 전쟁
      1592년 ← 1592 년`,
      ja: `
      ５ ← 5
      ３．１４ ← 3.14`,
      zh: `
      1,500 ← 1500
      （2，3） ← (2,3)
      x＝5 ← x=5
      y＝－2x＋1 ← y=-2x+1
      ２＊３ ← 2*3`,
      ru: `
      1 500 ← 1500
      3,14 ← 3.14`,
      pl: `
      3,5 ← 3.5`,
      nl: `
      3,5 ← 3.5`,
      pt: `
      3,5 ← 3.5`,
      cs: `
      1 500 ← 1500`,
      fa: `
      ۵٫۵ ← 5.5`,
      bn: `
      ৫ ← 5`,
      ta: `
      ௫ ← 5`,
      unknown: `
      1.5 ← 1,5
      3.14 ← 3,14
      10,5 ← 10.5
      1,000 ← 1000`,
    },
    other: {
      en: `
      y=mx+b ← y=mx-b
      x≥3 ← x>3
      x<3 ← x>3
      |x| ← x
      ±3 ← 3
      ±3 ← -3
      2^10 ← 210
      2^10 ← 1024
      CO2 ← CO
      Ca²⁺ ← Ca2-
      Na+ ← Na
      NH4+ ← NH4
      A+ ← A
      A+ ← A-
      O- ← O+
      F# ← F
      != ← ==
      == ← =
      === ← ==
      && ← and
      || ← |
      % ← &
      i++ ← ++i
      <br> ← br
      <br> ← <br/>
      <h1> ← h1
      </p> ← <p>
      #FF0000 ← ff0000
      192.168.0.1 ← 192.168.01
      a[0] ← a(0)
      {} ← []
      () ← []
      10^-3 ← 10^3
      10^-3 ← 0.001
      10³ ← 103
      1/2 ← 1.2
      1/2 ← 2/4
      1/2 ← 0.5
      1 1/2 ← 11/2
      1000 ← 1.000
      -5 ← 5
      6.02×10^23 ← 6.02×10^22
      3:2 ← 3/2
      3:2 ← 2:3
      12:30 ← 12.30
      12:30 ← 1230
      1/4 ← 1-4
      1960s ← 1960
      1914-1918 ← 19141918
      F-16 ← F-15
      8:15 ← 8.15
      24/7 ← 24-7
      24/7 ← 247
      9/11 ← 911
      √2 ← 2
      ∛8 ← √8
      5! ← 5
      (2,3) ← (3,2)
      [2,3) ← [2,3]
      {1,2} ← {2,1}
      -2/3 ← 2/3
      -(2/3) ← -2/3
      2 1/3 ← 7/3
      2x+3 ← 3+2x
      2x^2 ← (2x)^2
      x^-1 ← 1/x
      e^x ← ex
      ∅ ← {}
      ∪ ← ∩
      ∈ ← ∉
      ¬p ← p
      p∧q ← p∨q
      p→q ← q→p
      ∀ ← ∃
      >= ← =>
      √3 ← 3
      ∞ ← 8`,
      de: `
      ½ ← 0,5`,
      ar: `
      1948م ← 1948`,
      ko: `
      3·1운동 ← 31운동
      6·25 전쟁 ← 625전쟁
      1592년 ← 1592`,
      ru: `
      №5 ← 5
      2 кг ← 2 г`,
    },
  }),
  table("values in words", 73, {
    same: {
      en: `
      B- ← B negative
      AB- ← AB negative
      C# ← C sharp
      C# ← Csharp
      Bb ← B♭
      B♭ ← B flat
      1 million ← 1,000,000
      1000000 ← 1 million
      minus 5 ← -5
      5 ← five
      60 mph ← 60 miles per hour
      World War 2 ← World War II
      Apollo 11 ← Apollo XI
      ∞ ← infinity
      √2 ← square root of 2
      √2 ← root 2
      8 ← eight
      eight ← 8
      Henry VIII ← Henry 8
      Rocky IV ← rocky 4
      Louis XIV ← Louis 14
      World War II ← World War 2
      World War II ← WWII
      -5 ← minus five
      1 billion ← 1000 million
      8 billion ← 8,000,000,000
      2 million dollars ← $2,000,000
      -3 ← negative 3
      C++ ← C plus plus
      A+ ← A plus
      O- ← O negative
      F# minor ← F sharp minor
      E♭ major ← Eb major
      20 mA ← 20 milliamps
      √3 ← root 3`,
      de: `
      minus 273,15 °C ← -273,15 °C
      8 ← acht
      1,5 Millionen ← 1500000
      1 Billion ← 1000 Milliarden
      ∞ ← unendlich`,
      vi: `
      10 nghìn ← 10000
      5 ← năm
      98 triệu ← 98000000
      -3 ← âm 3`,
      hi: `
      5 लाख ← 500000
      2 करोड़ ← 20000000
      -3 ← ऋण 3`,
      ko: `
      10만 ← 100000
      영하 5도 ← -5도
      3분의 2 ← 2/3`,
      ja: `
      1万 ← 10000
      マイナス5 ← -5
      ー5 ← -5
      2分の1 ← 1/2
      3億円 ← 300000000円
      3分の2 ← 2/3`,
      zh: `
      1万 ← 10000
      5万公里 ← 50000公里
      13亿 ← 1300000000
      -3 ← 负3`,
      fr: `
      11 ← onze
      67 millions ← 67000000
      -3 ← moins 3`,
      es: `
      11 ← once
      5 mil millones ← 5000000000
      3 mil ← 3000`,
      ar: `
      ٣ ← ثلاثة
      5 ملايين ← 5000000
      -3 ← سالب 3`,
      tr: `
      5 milyon ← 5000000
      10 bin ← 10000`,
      ru: `
      5 млн ← 5000000
      3 тысячи ← 3000`,
      th: `
      3 ล้าน ← 3000000`,
      he: `
      9 מיליון ← 9000000`,
    },
    other: {
      en: `
      1 million ← 1 billion
      8 ← nine
      11 ← once
      twelve apostles ← 12 apostles
      Henry VIII ← Henry 7
      Louis XIV ← Louis XVI
      World War 2 ← World War I
      3 mil ← 3000
      5 million ← 5
      A+ ← A minus
      O- ← O positive
      E♭ major ← E major`,
      de: `
      2 Billionen ← 2 Milliarden`,
      ko: `
      5천만 ← 50000000`,
      ja: `
      3分の2 ← 3/2`,
    },
  }),
  table("units and money in more languages", 87, {
    same: {
      en: `
      50% ← 50 %
      50% ← 50 per cent
      100 km ← 100km
      100 km ← 100 kilometres
      9.8 m/s² ← 9.8 m/s^2
      60 km/h ← 60 kilometers per hour
      60 km/h ← 60kph
      37 °C ← 37°C
      37°C ← 37 C
      37°C ← 37 degrees Celsius
      €5 ← 5 €
      £1.50 ← £1.5
      5 µm ← 5 um
      5 μm ← 5 µm
      2 cm² ← 2 cm^2
      2 cm² ← 2 cm2
      2 cm² ← 2 square centimeters
      10 kΩ ← 10 kΩ
      10 kΩ ← 10 kohm
      10 MHz ← 10 megahertz
      44 BC ← 44 BCE
      100m ← 100 metres
      5 GHz ← 5 gigahertz
      3 µF ← 3 microfarads
      4.7 kΩ ← 4.7 kilohms
      100 cc ← 100 cm³
      500 BC ← 500 BCE`,
      de: `
      3,5 km ← 3.5 km
      20 Euro ← 20 €
      10 Prozent ← 10 %
      5 Kilometer ← 5 km`,
      fr: `
      10 pour cent ← 10 %
      5 mètres ← 5 m
      20 € ← 20 euros`,
      es: `
      5 metros ← 5 m
      10 por ciento ← 10%`,
      tr: `
      5 kilometre ← 5 km
      %50 ← 50%
      yüzde 50 ← %50`,
      vi: `
      5 ki-lô-mét ← 5 km
      50 phần trăm ← 50%`,
      ar: `
      ٪٥٠ ← 50%
      50٪ ← %50
      ٥ كم ← 5 كيلومتر
      5 كم ← 5 km`,
      he: `
      5 ק״מ ← 5 km
      5 ק"מ ← 5 קילומטר
      50% ← 50 אחוז
      50% ← 50 אחוזים
      10 ₪ ← 10 שקלים
      10 ש"ח ← 10 ₪
      37 מעלות ← 37°
      5 מטר ← 5 מ'
      2 שעות ← 2 שעה
      5 ק״ג ← 5 kg
      10 ש״ח ← ₪10`,
      hi: `
      5 किमी ← 5 किलोमीटर
      5 कि.मी. ← 5 किमी
      5 किमी ← 5 km
      ५०% ← 50 प्रतिशत
      ₹100 ← 100 रुपये
      100 रु ← ₹100`,
      th: `
      5 กม. ← 5 กิโลเมตร
      5 กิโลเมตร ← 5 km
      50% ← 50 เปอร์เซ็นต์
      ร้อยละ 50 ← 50%
      100 บาท ← ฿100
      2 ชั่วโมง ← 2 ชม.
      37 องศา ← 37°
      5 กก. ← 5 กิโลกรัม`,
      ko: `
      5 킬로미터 ← 5km
      5킬로미터 ← 5 km
      50퍼센트 ← 50%
      50프로 ← 50%
      1,500원 ← 1500원
      1500원 ← ₩1500
      2시간 ← 2 시간
      37도 ← 37°`,
      ja: `
      ５０％ ← 50%
      50パーセント ← 50%
      100円 ← ¥100
      １００円 ← 100 円
      5キロメートル ← 5km
      ５ｋｍ ← 5 km
      37度 ← 37°`,
      zh: `
      ５公里 ← 5公里
      50％ ← 50%
      100元 ← ¥100
      100元 ← 100块
      37度 ← 37°`,
      ru: `
      5 км ← 5 km
      50 процентов ← 50%
      100 рублей ← 100 ₽
      100 руб. ← 100 ₽
      5 м/с ← 5 m/s
      60 км/ч ← 60 km/h`,
      uk: `
      50 відсотків ← 50%`,
      pl: `
      5 złotych ← 5 zł
      50 procent ← 50%`,
      it: `
      5 metri ← 5 m`,
      pt: `
      5 quilômetros ← 5 km`,
      fa: `
      ۱۰ درصد ← 10%
      5 کیلومتر ← 5 km
      ٪50 ← 50%`,
    },
    other: {
      en: `
      50% ← 0.5
      100 km ← 100 m
      100 km ← 100
      9.8 m/s² ← 9.8 m/s
      37°C ← 37°F
      37°C ← 37 K
      $5 ← 5 euros
      €5 ← $5
      5 mm ← 5 µm
      2 cm² ← 2 cm³
      10 kΩ ← 10 Ω
      10 MW ← 10 mW
      1066 ← 1066 AD
      44 BC ← 44
      44 BC ← 44 AD
      10 kHz ← 10 Hz
      20 mA ← 20 µA
      4.7 kΩ ← 4.7 MΩ
      500 MB ← 500 GB
      500 BC ← 500 AD
      %20 ← 20%`,
      he: `
      5 ק״מ ← 5 מ׳`,
      th: `
      5 กม. ← 5 ม.
      5 กก. ← 5 กรัม`,
      zh: `
      百分之五十 ← 50%`,
      tr: `
      %20 ← 20`,
    },
  }),
  table("names, letters and punctuation", 39, {
    same: {
      en: `
      H₂O ← H2O
      SO4 2- ← SO₄²⁻
      O− ← O-
      ls -l ← ls -L
      Apollo 11 ← Apollo11
      Covid-19 ← covid 19
      Covid-19 ← covid19
      7-Eleven ← 7 Eleven
      Blink-182 ← blink 182
      iPhone 4S ← iphone 4s
      Catch-22 ← Catch 22
      R&B ← RnB
      Rock & Roll ← rock 'n' roll
      Rock and Roll ← Rock & Roll
      Rock and Roll ← Rock 'n' Roll
      Simon & Garfunkel ← Simon and Garfunkel
      Simon and Garfunkel ← Simon + Garfunkel
      P!nk ← Pink
      Ke$ha ← Kesha
      A$AP Rocky ← ASAP Rocky
      Yahoo! ← Yahoo
      Jeopardy! ← jeopardy
      Guess? ← guess
      Hawai'i ← Hawaiʻi
      O'Neill ← ONeill
      O’Neill ← O'Neill
      Côte d'Ivoire ← Cote dIvoire
      Qurʾan ← Quran
      Qur'an ← Qurʾan
      Saint-Étienne ← Saint Etienne
      Mr. Bean ← Mr Bean
      Dr. No ← Dr No
      U.S.A. ← USA
      St. Louis ← St Louis
      J. K. Rowling ← JK Rowling
      sin²x ← sin^2 x
      ΔH ← delta H
      a_n ← an
      🐶 ← 🐶
      ❤️ ← ❤
      👍🏽 ← 👍`,
      de: `
      Größe ← Groesse
      Schröder ← Schroeder
      Müller & Söhne ← Müller und Söhne
      Mueller ← Müller
      1. Weltkrieg ← 1 Weltkrieg
      H-Milch ← H Milch
      Fass ← Faß
      Masse ← Maße
      8 Milliarden ← 8000000000
      8 Mrd. ← 8 Milliarden`,
      fr: `
      Élysée ← elysee
      l’Hôpital ← l'hopital
      cœur ← coeur
      Laurel & Hardy ← Laurel et Hardy
      Où ← ou`,
      es: `
      España ← Espana
      año ← ano
      Tom y Jerry ← Tom & Jerry
      ¿Qué? ← que`,
      tr: `
      Iğdır ← igdir
      Çanakkale ← canakkale
      şeker ← seker
      Tom ve Jerry ← Tom & Jerry
      Atatürk ← Ataturk
      İZMİR ← izmir
      ILIK ← ılık`,
      vi: `
      Hà Nội ← ha noi
      Việt Nam ← Vietnam
      Huế ← Hue`,
      ar: `
      إبراهيم ← ابراهيم
      توم وجيري ← توم & جيري
      مكة ← مكه
      على ← علي`,
      he: `
      תל אביב ← תל-אביב
      תל אביב ← תלאביב
      צה"ל ← צהל
      צה״ל ← צה"ל
      ארה״ב ← ארהב
      ג׳ירפה ← ג'ירפה
      ג'ירפה ← גירפה
      תום וג'רי ← תום & ג'רי
      בן־גוריון ← בן גוריון
      בן גוריון ← בן-גוריון`,
      hi: `
      गंगा ← गङ्गा
      लड़का ← लडका
      महात्मा गाँधी ← महात्मा गांधी`,
      th: `
      กรุงเทพฯ ← กรุงเทพ
      เชียงใหม่ ← เชียงใหม่
      น้ำ ← น้ํา
      เเดง ← แดง`,
      ko: `
      서울 ← 서울
      이순신 장군 ← 이순신장군`,
      ja: `
      トムとジェリー ← トム＆ジェリー
      ｶﾀｶﾅ ← カタカナ
      りんご ← リンゴ
      ハリー・ポッター ← ハリーポッター`,
      zh: `
      罗密欧与朱丽叶 ← 罗密欧&朱丽叶`,
      ru: `
      ёлка ← елка
      Том и Джерри ← Том & Джерри`,
      uk: `
      п'ять ← пять
      Київ ← Киів`,
      pl: `
      Kraków ← Krakow`,
      sv: `
      Malmö ← Malmo
      Åsa ← Asa
      Tom och Jerry ← Tom & Jerry`,
      da: `
      København ← Koebenhavn`,
      no: `
      Ålesund ← Aalesund`,
      nl: `
      België ← Belgie
      Tom en Jerry ← Tom & Jerry
      's-Hertogenbosch ← s Hertogenbosch`,
      it: `
      perché ← perche
      perché ← perche'`,
      pt: `
      São Paulo ← Sao Paulo
      2 bilhões ← 2000000000`,
      cs: `
      Dvořák ← Dvorak`,
      hu: `
      Győr ← Gyor`,
      fi: `
      hän ← han
      Åbo ← Abo`,
      el: `
      Αθήνα ← αθηνα
      ΑΘΗΝΑ ← Αθήνα
      Όμηρος ← ομηροσ`,
      fa: `
      کتاب ← كتاب
      می‌خواهم ← میخواهم`,
      uz: `
      O‘zbekiston ← Ozbekiston`,
      haw: `
      ʻOkina ← okina`,
      mi: `
      Māori ← Maori`,
      ro: `
      București ← Bucuresti
      Timișoara ← Timişoara`,
      hr: `
      Đurđevac ← Djurdjevac`,
      id: `
      Tom dan Jerry ← Tom & Jerry`,
    },
    other: {
      en: `
      a-b ← b-a
      Ca²⁺ ← Ca
      git commit -m ← git commit m
      ls -l ← ls l
      Apollo 11 ← Apollo 13
      Covid-19 ← covid
      Windows 95 ← Windows 98
      1984 ← Nineteen Eighty-Four
      Se7en ← Seven
      cos x ← sin x
      n! ← n
      Δx ← Dx
      e^x ← exp(x)
      ♀ ← ♂
      ♥ ← ♠
      😀 ← 😡
      chromosome X ← chromosome 10
      Vitamin C ← Vitamin 100
      P!nk ← Punk`,
      de: `
      1. Weltkrieg ← 2. Weltkrieg`,
      tr: `
      Atatürk ← Atatuerk`,
      vi: `
      Hà Nội ← Hồ Nội`,
      ar: `
      مصر ← قطر`,
      he: `
      ירושלים ← ירושליים
      חיפה ← יפו`,
      hi: `
      राम ← रामा
      दिल्ली ← दिल्लि
      किताब ← कताब`,
      th: `
      กรุงเทพ ← กรุงเทพมหานคร
      ข้าว ← ขาว
      ม้า ← มา`,
      ko: `
      서울 ← ㅅㅓㅇㅜㄹ
      한국 ← 한글`,
      ja: `
      東京 ← とうきょう
      アイスランド ← アイルランド
      サーバー ← サーバ
      が ← か`,
      zh: `
      北京 ← 北京市
      罗密欧与朱丽叶 ← 罗密欧和朱丽叶`,
      ru: `
      СССР ← CCCP`,
      fa: `
      تهران ← طهران`,
    },
  }),
];

type ByLanguage = Readonly<Record<string, string>>;

export function table(
  name: string,
  before: number,
  { same, other }: { same: ByLanguage; other: ByLanguage },
): PairGroup {
  return { name, before, pairs: [...judged(true, same), ...judged(false, other)] };
}

function judged(right: boolean, texts: ByLanguage): TypedPair[] {
  return Object.entries(texts).flatMap(([language, lines]) =>
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [accepted = "", given = ""] = line.trim().split(" ← ");
        return { accepted, given, right, ...(language === "unknown" ? {} : { language }) };
      }),
  );
}
