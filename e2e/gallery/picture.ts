import { png } from "#tests/support/pictures.ts";
import type { TestServer } from "#tests/support/server.ts";

/** An island seen from above, stored with the server. Resolves to its id. */
export async function storedIsland({ url, ownerApiKey }: TestServer): Promise<string> {
  const reply = await fetch(`${url}/api/v1/media`, {
    method: "POST",
    headers: { authorization: `Bearer ${ownerApiKey}`, "content-type": "image/png" },
    body: new Uint8Array(png(WIDTH, HEIGHT, island)),
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
