/** The name of a device in a list, by its User-Agent: enough to recognize one's own phone. */
export function deviceWords(userAgent: string | null): string {
  const agent = (userAgent ?? "").slice(0, 500);
  const device = DEVICES.find(([mark]) => mark.test(agent))?.[1] ?? "A device";
  const browser = BROWSERS.find(([mark]) => mark.test(agent))?.[1];
  return browser ? `${device}, ${browser}` : device;
}

/** The first that fits: an iPad calls itself a Mac unless it is a small one, and every Android a Linux. */
const DEVICES: [RegExp, string][] = [
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android.*Mobile/, "Android phone"],
  [/Android/, "Android tablet"],
  [/CrOS/, "Chromebook"],
  [/Windows/, "Windows computer"],
  [/Mac OS X/, "Mac or iPad"],
  [/Linux/, "Linux computer"],
];

/** The first that fits: nearly all of them also say that they are Chrome and Safari. */
const BROWSERS: [RegExp, string][] = [
  [/EdgA?\/|EdgiOS/, "Edge"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/OPR\//, "Opera"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];
