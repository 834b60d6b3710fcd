import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a panel shows, as it was asked for over time. */
export interface DrawnPanel {
  title: string;
  unit: string;
  type: string;
  gridPos: { x: number; y: number; w: number; h: number };
  lines: { name: string; points: [atS: number, value: number][] }[];
}

const COLUMN_PX = 64;
const ROW_PX = 28;
const HEAD_PX = 44;
const INKS = ["#3b82f6", "#f59e0b", "#10b981", "#ef4444", "#8b5cf6", "#ec4899", "#14b8a6", "#a3a3a3"];

/** Draws a dashboard roughly as Grafana does, into `<folder>/<name>.svg`, for people to look at. */
export function drawPanels(folder: string, name: string, title: string, panels: readonly DrawnPanel[]): void {
  const height = HEAD_PX + Math.max(...panels.map(({ gridPos: { y, h } }) => y + h)) * ROW_PX;
  const width = 24 * COLUMN_PX;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${name}.svg`),
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
      `<rect width="100%" height="100%" fill="#111217"/><text x="12" y="28" fill="#fff" font-size="18">${escaped(title)}</text>`,
      ...panels.map(panelSvg),
      "</svg>",
    ].join("\n"),
  );
}

function panelSvg({ title, unit, type, gridPos, lines }: DrawnPanel): string {
  const [x, y] = [gridPos.x * COLUMN_PX + 4, HEAD_PX + gridPos.y * ROW_PX + 4];
  const [w, h] = [gridPos.w * COLUMN_PX - 8, gridPos.h * ROW_PX - 8];
  const box = `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#181b1f" stroke="#2c3235"/><text x="${x + 8}" y="${y + 18}" fill="#d8d9da">${escaped(title)}</text>`;
  const drawn = lines.filter(({ points }) => points.length > 0);
  if (drawn.length === 0)
    return `${box}<text x="${x + w / 2}" y="${y + h / 2}" fill="#f55" text-anchor="middle">no data</text>`;
  if (type === "stat") {
    const last = drawn[0]?.points.at(-1)?.[1] ?? 0;
    return `${box}<text x="${x + w / 2}" y="${y + h / 2 + 16}" fill="#73bf69" font-size="28" text-anchor="middle">${shown(last, unit)}</text>`;
  }
  const all = drawn.flatMap(({ points }) => points);
  const [from, until] = [Math.min(...all.map(([t]) => t)), Math.max(...all.map(([t]) => t))];
  const top = Math.max(...all.map(([, value]) => value)) || 1;
  const plot = { x: x + 64, y: y + 30, w: w - 76, h: h - 62 };
  const at = ([t, value]: [number, number]) =>
    `${(plot.x + ((t - from) / (until - from || 1)) * plot.w).toFixed(1)},${(plot.y + plot.h * (1 - value / top)).toFixed(1)}`;
  const scale = [0, 0.5, 1].map(
    (part) =>
      `<line x1="${plot.x}" x2="${plot.x + plot.w}" y1="${plot.y + plot.h * (1 - part)}" y2="${plot.y + plot.h * (1 - part)}" stroke="#2c3235"/><text x="${plot.x - 6}" y="${plot.y + plot.h * (1 - part) + 4}" fill="#8e8e8e" text-anchor="end">${shown(top * part, unit)}</text>`,
  );
  const curves = drawn.map(
    ({ points }, i) =>
      `<polyline points="${points.map(at).join(" ")}" fill="none" stroke="${INKS[i % INKS.length]}" stroke-width="1.5"/>`,
  );
  const legend = `<text x="${x + 8}" y="${y + h - 10}" font-size="11">${drawn
    .slice(0, 8)
    .map(
      ({ name }, i) =>
        `<tspan fill="${INKS[i % INKS.length]}">■</tspan><tspan fill="#9fa7b3"> ${escaped(name)}  </tspan>`,
    )
    .join("")}</text>`;
  return [box, ...scale, ...curves, legend].join("");
}

function shown(value: number, unit: string): string {
  if (unit === "s")
    return value < 1 ? `${(value * 1_000).toFixed(value < 0.01 ? 1 : 0)} ms` : `${value.toFixed(1)} s`;
  if (unit === "percentunit") return `${(value * 100).toFixed(1)} %`;
  if (/bytes|Bps/i.test(unit))
    return value < 2 ** 20 ? `${(value / 1024).toFixed(1)} KB` : `${(value / 2 ** 20).toFixed(1)} MB`;
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);
}
