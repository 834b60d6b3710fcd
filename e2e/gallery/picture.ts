import { png } from "#tests/support/pictures.ts";
import type { TestServer } from "#tests/support/server.ts";

/** An island seen from above, stored with the server. Resolves to its id. */
export function storedIsland(server: TestServer): Promise<string> {
  return stored(server, png(WIDTH, HEIGHT, island));
}

/** A host's own look at its hardest: a logo for paper, and a background of the brightest and the darkest there is. */
export async function storedLook(server: TestServer): Promise<object> {
  const [logo, background] = [png(600, 200, mark), png(1600, 900, sky)];
  return {
    logo: { id: await stored(server, logo), alt: "Observatory Society" },
    background: { id: await stored(server, background) },
  };
}

async function stored({ url, ownerApiKey }: TestServer, picture: Buffer): Promise<string> {
  const reply = await fetch(`${url}/api/v1/media`, {
    method: "POST",
    headers: { authorization: `Bearer ${ownerApiKey}`, "content-type": "image/png" },
    body: new Uint8Array(picture),
  });
  if (!reply.ok) throw new Error(`the picture was refused: ${await reply.text()}`);
  const { id } = (await reply.json()) as { id: string };
  return id;
}

type Color = [number, number, number];

const WIDTH = 800;
const HEIGHT = 600;
const SEA: Color = [38, 92, 140];
const SHORE: Color = [232, 206, 150];
const WOOD: Color = [70, 128, 76];
const ROCK: Color = [126, 118, 110];

function island(x: number, y: number): Color {
  const bend = Math.sin(x / 61) * 34 + Math.cos(y / 47) * 28;
  const far = Math.hypot((x - WIDTH / 2) * 0.8, y - HEIGHT / 2) + bend;
  if (far > 215) return SEA;
  if (far > 180) return SHORE;
  return far > 70 ? WOOD : ROCK;
}

/** A ring and two lines of a name. */
function mark(x: number, y: number): Color {
  const far = Math.hypot(x - 100, y - 100);
  const line = x > 210 && ((y > 60 && y < 90 && x < 560) || (y > 115 && y < 140 && x < 460));
  return (far < 80 && far > 50) || line ? [30, 40, 120] : [255, 255, 255];
}

/** White clouds in an evening sky over black hills. */
function sky(x: number, y: number): Color {
  if (y > 520 + Math.sin(x / 190) * 90 + Math.sin(x / 47) * 24) return [0, (y % 60) / 2, 10];
  const cloud = Math.sin(x / 160 + Math.sin(y / 70)) + Math.sin(y / 80);
  return cloud > 0.8 ? [255, 255, 255] : [255 - y / 4, 150 - y / 8, Math.min(255, 90 + y / 5)];
}
