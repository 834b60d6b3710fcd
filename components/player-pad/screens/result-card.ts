import { EYES, HEADS, lookOf, MOUTHS } from "#components/ui/player/avatar-parts.ts";

interface ResultCard {
  title: string;
  name: string;
  avatar: string | undefined;
  place: string;
  points: string;
  right: string;
}

const [WIDTH, HEIGHT] = [1080, 1350];
const INK = "#171a2f";
const PAPER = "#faf5eb";
const AMBER = "#fcbd40";
const MUTED = "#b9bccf";

/** The result as a picture, in the house's own colors whatever the theme: it goes to people who were not there. */
export async function drawResultCard(card: ResultCard): Promise<Blob> {
  await document.fonts.ready;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.fillStyle = INK;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  const beam = pen.createRadialGradient(WIDTH / 2, 520, 60, WIDTH / 2, 520, 620);
  beam.addColorStop(0, "rgba(252, 189, 64, 0.32)");
  beam.addColorStop(1, "rgba(252, 189, 64, 0)");
  pen.fillStyle = beam;
  pen.fillRect(0, 0, WIDTH, HEIGHT);

  const style = getComputedStyle(document.documentElement);
  const [display, text] = [style.getPropertyValue("--font-display"), style.getPropertyValue("--font-sans")];
  const line = (words: string, y: number, sizePx: number, color: string, font = text) =>
    write(pen, { words, y, sizePx, color, font });

  line(card.title, 150, 54, MUTED);
  drawFace(pen, card, style);
  line(card.name, 770, 84, PAPER, display);
  line(card.place, 935, 120, AMBER, display);
  line(card.points, 1050, 60, PAPER);
  line(card.right, 1130, 46, MUTED);
  line("Ovation", 1275, 52, PAPER, display);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** To the share sheet where files can go there, otherwise to the downloads. */
export async function handOver(picture: Blob, title: string): Promise<void> {
  const file = new File([picture], "ovation.png", { type: "image/png" });
  if (navigator.canShare?.({ files: [file] })) return navigator.share({ files: [file], title });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

type Line = { words: string; y: number; sizePx: number; color: string; font: string };

/** Centered, as large as asked, smaller where the words are many. The canvas finds each text's own direction. */
function write(pen: CanvasRenderingContext2D, { words, y, sizePx, color, font }: Line): void {
  const room = WIDTH - 160;
  pen.textAlign = "center";
  pen.fillStyle = color;
  pen.font = `700 ${sizePx}px ${font}`;
  const fitting = Math.max(
    sizePx * 0.45,
    Math.min(sizePx, (sizePx * room) / (pen.measureText(words).width || 1)),
  );
  pen.font = `700 ${Math.floor(fitting)}px ${font}`;
  pen.fillText(words, WIDTH / 2, y, room);
}

function drawFace(
  pen: CanvasRenderingContext2D,
  { name, avatar }: ResultCard,
  style: CSSStyleDeclaration,
): void {
  const { head, color, eyes, mouth } = lookOf(name, avatar);
  const { path, face } = HEADS[head] ?? HEADS[0];
  const letter = "abcdef"[color];
  pen.save();
  pen.translate(WIDTH / 2 - 210, 230);
  pen.scale(420 / 24, 420 / 24);
  pen.fillStyle = style.getPropertyValue(`--option-${letter}`);
  pen.fill(new Path2D(path));
  const [x = 0, y = 0, scale = 1] = (face.match(/[\d.]+/g) ?? []).map(Number);
  pen.translate(x, y);
  pen.scale(scale, scale);
  pen.lineCap = "round";
  pen.lineJoin = "round";
  // Dark faces on light heads, light ones on teal and indigo: as the options' own ink is.
  pen.strokeStyle = color === 1 || color === 3 ? PAPER : INK;
  pen.lineWidth = 2.6;
  pen.stroke(new Path2D(EYES[eyes]));
  pen.lineWidth = 2.2;
  pen.stroke(new Path2D(MOUTHS[mouth]));
  pen.restore();
}
