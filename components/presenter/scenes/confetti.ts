/** The option colors of app/globals.css; the canvas understands only hex. */
const COLORS = ["#fbbf45", "#0d7f8c", "#f4683f", "#3a2fa0", "#ddf28a", "#d79be8"];
const LASTS_MS = 4_000;
const EVERY_MS = 260;

/** Two cannons at the sides for a few seconds. Loaded when it is needed; nothing where motion is unwelcome. Returns the stop. */
export function confetti(): () => void {
  let over = false;
  let stop = () => {};
  void import("canvas-confetti").then(({ default: fire }) => {
    if (over) return;
    const shot = {
      disableForReducedMotion: true,
      colors: COLORS,
      startVelocity: 70,
      scalar: 1.6,
      ticks: 320,
    };
    const both = (particleCount: number) => {
      void fire({ ...shot, particleCount, angle: 60, spread: 62, origin: { x: 0, y: 0.85 } });
      void fire({ ...shot, particleCount, angle: 120, spread: 62, origin: { x: 1, y: 0.85 } });
    };
    both(110);
    const volley = setInterval(() => both(22), EVERY_MS);
    const end = setTimeout(() => clearInterval(volley), LASTS_MS);
    stop = () => {
      clearInterval(volley);
      clearTimeout(end);
      fire.reset();
    };
  });
  return () => {
    over = true;
    stop();
  };
}
