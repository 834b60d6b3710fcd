import type { Race } from "#lib/session/reports/race.ts";
import { raceAt } from "./race-at.ts";
import { racePlayer } from "./race-player.ts";
import { RACE_STYLE } from "./race-style.ts";
import type { RaceWords } from "./race-words.ts";

const TOKENS = [
  ...["--background", "--ink", "--accent", "--accent-ink", "--primary", "--on-primary"],
  ...["a", "b", "c", "d", "e", "f"].map((letter) => `--option-${letter}`),
];

/** The replay as one file that needs nothing else: data, look and player, in the colors of the room it was played in. */
export function raceFile(race: Race, words: RaceWords): string {
  const data = JSON.stringify({ race, words }).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${words.locale}" dir="${words.dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)}</title>
<style>
:root{${colors()};--u:clamp(7px,min(1vw,1.78vh),44px)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
body{margin:0;background:var(--background);color:var(--ink);font-family:system-ui,sans-serif}
main{box-sizing:border-box;height:100dvh;display:grid;grid-template-rows:auto minmax(0,1fr);gap:1rem;padding:calc(var(--u)*2.4)}
h1{margin:0;font-size:calc(var(--u)*2.6)}
${RACE_STYLE}</style>
<main><h1 dir="auto">${escaped(words.title)}</h1><div id="race"></div></main>
<script>
const { race, words } = ${data};
(${racePlayer})(document.getElementById("race"), { race, words, raceAt: (${raceAt}), controls: true, autoplay: true });
</script>
</html>
`;
}

/** Hands the file to the browser's downloads. */
export function saveRace(race: Race, words: RaceWords): void {
  const url = URL.createObjectURL(new Blob([raceFile(race, words)], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${race.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "quiz"}.html`;
  link.click();
  URL.revokeObjectURL(url);
}

/** The tokens as they are on this screen, resolved, so that the file knows neither themes nor light and dark. */
function colors(): string {
  const probe = document.createElement("i");
  document.body.append(probe);
  const values = TOKENS.map((token) => {
    probe.style.color = `var(${token})`;
    return `${token}:${getComputedStyle(probe).color}`;
  });
  probe.remove();
  return values.join(";");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
