import { readFileSync } from "node:fs";

type Variables = Record<string, string>;

/** The declarations of the first rule of a style sheet that begins with this selector. */
export function rule(path: string, selector: string): Variables {
  const css = readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8").replace(
    /\/\*[\s\S]*?\*\//g,
    "",
  );
  const at = css.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`${path} has no rule ${selector}`);
  const body = css.slice(css.indexOf("{", at) + 1, css.indexOf("}", at));
  return Object.fromEntries(
    body
      .split(";")
      .map((line) => line.trim())
      .filter((line) => line.startsWith("--"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
}

/** Linear sRGB of a token, as a browser resolves it: variables, `calc`, `light-dark` and `oklch`, clipped to the screen. */
export function resolved(token: string, variables: Variables, mode: "light" | "dark"): number[] {
  let value = `var(${token})`;
  while (value.includes("var(")) {
    value = value.replace(/var\((--[\w-]+)\)/g, (_, name) => variables[name] ?? fail(`no ${name}`));
  }
  while (value.includes("light-dark(")) value = chosen(value, mode);
  const numbers = value
    .replace(/calc\(([\d.\s*+-]+)\)/g, (_, sum) => String(sumOf(sum)))
    .match(/^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/);
  if (!numbers) return fail(`cannot read ${value}`);
  return rgbOf(numbers.slice(1).map(Number) as [number, number, number]);
}

/** WCAG 2 contrast of two colors in linear sRGB. */
export function contrast(one: number[], other: number[]): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A color of this share over a pixel of sRGB, as a browser lays one over the other. Linear, as the color. */
export function laidOver(color: number[], share: number, pixel: number[]): number[] {
  return color.map((channel, at) => linear(encoded(channel) * share + (pixel[at] ?? 0) * (1 - share)));
}

/** `color-mix(in oklab, one share, other)`, all linear sRGB. */
export function mixed(one: number[], share: number, other: number[]): number[] {
  const [a, b] = [labOf(one), labOf(other)];
  return rgbOfLab(a.map((channel, at) => channel * share + (b[at] ?? 0) * (1 - share)));
}

function labOf([r = 0, g = 0, b = 0]: number[]): number[] {
  const [long, middle, short] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt) as [number, number, number];
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

const encoded = (x: number) => (x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055);
const linear = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);

function luminance([r = 0, g = 0, b = 0]: number[]): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The innermost `light-dark`, decided. */
function chosen(value: string, mode: "light" | "dark"): string {
  const start = value.lastIndexOf("light-dark(");
  let depth = 0;
  const commas: number[] = [];
  for (let at = start + "light-dark".length; at < value.length; at++) {
    if (value[at] === "(") depth++;
    if (value[at] === "," && depth === 1) commas.push(at);
    if (value[at] === ")" && --depth === 0) {
      const [comma = at] = commas;
      const light = value.slice(start + "light-dark(".length, comma).trim();
      const dark = value.slice(comma + 1, at).trim();
      return value.slice(0, start) + (mode === "light" ? light : dark) + value.slice(at + 1);
    }
  }
  return fail(`open bracket in ${value}`);
}

function sumOf(text: string): number {
  const [left = Number.NaN, right = Number.NaN] = text.split(/[*-]/).map(Number);
  return text.includes("*") ? left * right : left - right;
}

function rgbOf([l, c, h]: [number, number, number]): number[] {
  return rgbOfLab([l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]);
}

function rgbOfLab([l = 0, a = 0, b = 0]: number[]): number[] {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
}

function fail(why: string): never {
  throw new Error(why);
}
