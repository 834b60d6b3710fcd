import confetti from "canvas-confetti";

/** Loaded only for players on the podium. Returns a function that removes it early. */
export function throwConfetti(): () => void {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement("canvas");
  canvas.className = "pointer-events-none fixed inset-0 z-50 size-full";
  canvas.setAttribute("aria-hidden", "true");
  document.body.append(canvas);
  const cannon = confetti.create(canvas, { resize: true });
  const colors = TOKENS.map((token) => hexOf(style.getPropertyValue(token)));
  const volley = (x: number, angle: number) =>
    cannon({ particleCount: 70, spread: 62, startVelocity: 48, angle, origin: { x, y: 0.75 }, colors });
  const clear = () => {
    cannon.reset();
    canvas.remove();
  };
  void Promise.all([volley(0.05, 62), volley(0.95, 118)]).then(clear);
  return clear;
}

const TOKENS = ["--option-a", "--option-b", "--option-c", "--option-d", "--option-e", "--option-f"];

/** The library reads hex only; a canvas turns any CSS color into it. */
function hexOf(color: string): string {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return "#f2b544";
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
