/**
 * `node scripts/font-stand-ins.mjs`: makes app/fonts/stand-ins.css, also run by scripts/fonts.mjs. Until a typeface has come,
 * its words stand in a font that every device has, scaled so that they are as wide and as high as they will be: nothing
 * moves when it comes. Arial and Roboto, in regular and bold, are measured beside our files in Chromium, by the texts
 * that players read. Figures have a scale of their own, since ours are much wider and scores must not move at all.
 *
 * Arimo, which has the widths of Arial, and Roboto are put beside the build, in .cache.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { tsImport } from "tsx/esm/api";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PLACE = join(ROOT, ".cache/fonts");
const OUT = join(ROOT, "app/fonts");
const REGULAR = "400";
const BOLD = "700";
const SYSTEM = [
  {
    name: "Arial",
    package: "arimo",
    local: {
      [REGULAR]: ["Arial", "ArialMT", "Liberation Sans", "LiberationSans", "Arimo"],
      [BOLD]: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold", "Arimo Bold"],
    },
  },
  {
    name: "Roboto",
    package: "roboto",
    local: { [REGULAR]: ["Roboto", "Roboto-Regular"], [BOLD]: ["Roboto Bold", "Roboto-Bold", "Roboto"] },
  },
];
/** `sizePx`: the optical size follows it, so headings are measured as most of them are set. */
const FAMILIES = [
  {
    name: "Onest",
    file: "onest-latin.woff2",
    sizePx: 16,
    weights: [
      { weight: "400", like: "400", from: REGULAR },
      { weight: "500", like: "500", from: REGULAR },
      { weight: "600", like: "600", from: BOLD },
      { weight: "700 800", like: "700", from: BOLD },
    ],
  },
  {
    name: "Bricolage",
    file: "bricolage-grotesque-latin.woff2",
    sizePx: 24,
    weights: [{ weight: "200 800", like: "750", from: BOLD }],
  },
];
const FIGURES = "U+0030-0039";
const LETTERS = "U+0000-002F, U+003A-FFFF";

export async function makeStandIns() {
  const faces = [];
  const measure = await ruler();
  for (const family of FAMILIES) {
    for (const system of SYSTEM) {
      for (const { weight, like, from } of family.weights) {
        const ours = await measure({ font: family.file, weight: like, sizePx: family.sizePx });
        const theirs = await measure({ font: system.package, weight: from, sizePx: family.sizePx });
        for (const [range, part] of [
          [FIGURES, "figures"],
          [LETTERS, "letters"],
        ]) {
          const scale = ours[part] / theirs[part];
          faces.push(`@font-face {
  font-family: "${family.name} on ${system.name}";
  font-weight: ${weight};
  src: ${system.local[from].map((name) => `local("${name}")`).join(", ")};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(ours.ascent / scale)};
  descent-override: ${percent(ours.descent / scale)};
  line-gap-override: 0%;
  unicode-range: ${range};
}`);
        }
      }
    }
  }
  await measure.end();
  writeFileSync(
    join(OUT, "stand-ins.css"),
    `/* Made by scripts/font-stand-ins.mjs. */\n${faces.join("\n")}\n`,
  );
}

/** A browser that says of a font, in shares of its size, how wide figures and letters are on average, and how high lines. */
async function ruler() {
  installSystemFonts();
  const { chromiumBinary } = await tsImport("../tests/support/programs/parts.ts", import.meta.url);
  const browser = await chromium.launch({ executablePath: await chromiumBinary(), args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setContent(`<style>${[...ourFaces(), ...systemFaces()].join("\n")}</style><span></span>`);
  const measure = ({ font, weight, sizePx }) =>
    page.evaluate(
      async ([family, fontWeight, fontSize, text]) => {
        await document.fonts.load(`${fontWeight} ${fontSize}px "${family}"`);
        const span = document.querySelector("span");
        span.style.cssText = `position: absolute; white-space: pre; font: ${fontWeight} ${fontSize}px "${family}";
          font-variant-numeric: tabular-nums lining-nums; font-kerning: none`;
        const width = (words) => {
          span.textContent = words;
          return span.getBoundingClientRect().width / fontSize / words.length;
        };
        const figures = width("0123456789");
        span.style.fontKerning = "auto";
        const canvas = document.createElement("canvas").getContext("2d");
        canvas.font = `${fontWeight} 1000px "${family}"`;
        const { fontBoundingBoxAscent, fontBoundingBoxDescent } = canvas.measureText("x");
        return {
          figures,
          letters: width(text),
          ascent: fontBoundingBoxAscent / 1000,
          descent: fontBoundingBoxDescent / 1000,
        };
      },
      [font, weight, sizePx, playersTexts()],
    );
  return Object.assign(measure, { end: () => browser.close() });
}

function ourFaces() {
  return FAMILIES.map(({ file }) => face(file, "200 800", join(OUT, file)));
}

function systemFaces() {
  return SYSTEM.flatMap((system) =>
    [REGULAR, BOLD].map((weight) => {
      const files = join(PLACE, "node_modules/@fontsource", system.package, "files");
      const file = readdirSync(files).find((name) => name.endsWith(`-latin-${weight}-normal.woff2`));
      return face(system.package, weight, join(files, file));
    }),
  );
}

function face(family, weight, path) {
  const data = readFileSync(path).toString("base64");
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) }`;
}

/** What stands on phones in the languages of this alphabet, without what is filled in. */
function playersTexts() {
  const texts = ["en", "es", "fr", "de"].map((language) =>
    readFileSync(join(ROOT, `messages/player/${language}.json`), "utf8"),
  );
  const values = texts.flatMap((text) => [...text.matchAll(/: "([^"{}]+)"/g)].map(([, value]) => value));
  return values.join(" ").replace(/[0-9]/g, "");
}

function installSystemFonts() {
  const names = SYSTEM.map((system) => `@fontsource/${system.package}`);
  if (names.every((name) => existsSync(join(PLACE, "node_modules", name)))) return;
  mkdirSync(PLACE, { recursive: true });
  const options = ["--prefix", PLACE, "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["install", ...options, ...names.map((name) => `${name}@5`)], { stdio: "inherit" });
}

function percent(share) {
  return `${Number((share * 100).toFixed(2))}%`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeStandIns();
