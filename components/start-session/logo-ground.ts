const SIDE = 48;
/** Mean lightness from which a logo was drawn for a dark ground. */
const LIGHT = 0.72;

/** The ground on which a logo can be seen: a pale one with a transparent ground around it needs the night. */
export async function groundFor(src: string): Promise<"light" | "dark"> {
  try {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIDE;
    const pen = canvas.getContext("2d");
    if (!pen) return "light";
    pen.drawImage(picture, 0, 0, SIDE, SIDE);
    return groundOf(pen.getImageData(0, 0, SIDE, SIDE).data);
  } catch {
    return "light";
  }
}

/** Of pixels as a canvas gives them: red, green, blue, alpha. */
export function groundOf(pixels: ArrayLike<number>): "light" | "dark" {
  let seen = 0;
  let light = 0;
  let clear = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = (pixels[at + 3] ?? 0) / 255;
    if (alpha < 0.1) clear++;
    const lightness =
      (0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0)) / 255;
    seen += alpha;
    light += alpha * lightness;
  }
  return clear > 0 && seen > 0 && light / seen > LIGHT ? "dark" : "light";
}
