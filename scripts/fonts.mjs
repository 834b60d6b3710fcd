/**
 * `node scripts/fonts.mjs`: makes app/fonts from the packages of our two typefaces. Each file keeps all its letters and
 * features, but of its axes only what we set: headings have one weight, texts go from regular to extra bold. That is half of
 * the bytes, on pages where every phone waits for every byte. Run it after an update of those packages.
 *
 * subset-font (HarfBuzz) is put beside the build, in .cache.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeStandIns } from "./font-stand-ins.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PLACE = join(ROOT, ".cache/fonts");
const OUT = join(ROOT, "app/fonts");
const FAMILIES = [
  { name: "onest", css: "wght.css", axes: { wght: { min: 400, max: 800, default: 400 } }, weight: "400 800" },
  // The optical size follows the size of the type, so it stays.
  { name: "bricolage-grotesque", css: "opsz.css", axes: { wght: 750 }, weight: "200 800" },
];

const subsetFont = loadSubsetFont();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const faces = [];
for (const family of FAMILIES) {
  const source = join(ROOT, "node_modules/@fontsource-variable", family.name);
  writeFileSync(join(OUT, `LICENSE-${family.name}.txt`), readFileSync(join(source, "LICENSE")));
  const css = readFileSync(join(source, family.css), "utf8");
  for (const [, face] of css.matchAll(/@font-face \{(.*?)\}/gs))
    faces.push(await smaller(family, source, face));
}
writeFileSync(join(OUT, "faces.css"), `/* Made by scripts/fonts.mjs. */\n${faces.join("\n")}\n`);
await makeStandIns();
for (const file of readdirSync(OUT)) console.log(readFileSync(join(OUT, file)).length, file);

async function smaller({ axes, weight }, source, face) {
  const path = /url\(\.\/(.*?)\)/.exec(face)[1];
  const ranges = /unicode-range: (.*?);/.exec(face)[1];
  const variationAxes = axes;
  const font = await subsetFont(readFileSync(join(source, path)), lettersOf(ranges), {
    targetFormat: "woff2",
    variationAxes,
  });
  const file = basename(path).replace(/-(wght|opsz)-normal/, "");
  writeFileSync(join(OUT, file), font);
  return `@font-face {
  font-family: ${/font-family: '(.*?)'/.exec(face)[1].replace(/.*/, '"$&"')};
  font-style: normal;
  font-display: swap;
  font-weight: ${weight};
  src: url("./${file}") format("woff2");
  unicode-range: ${ranges.replaceAll(",", ", ")};
}`;
}

/** `U+0000-00FF,U+0131` as text. */
function lettersOf(ranges) {
  const letters = [];
  for (const range of ranges.split(",")) {
    const [from, to = from] = range
      .replace("U+", "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    for (let code = from; code <= to; code++) letters.push(String.fromCodePoint(code));
  }
  return letters.join("");
}

function loadSubsetFont() {
  if (!existsSync(join(PLACE, "node_modules/subset-font"))) {
    mkdirSync(PLACE, { recursive: true });
    const install = [
      "install",
      "--prefix",
      PLACE,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "subset-font@2.9.0",
    ];
    execFileSync("npm", install, { stdio: "inherit" });
  }
  return createRequire(join(PLACE, "package.json"))("subset-font");
}
