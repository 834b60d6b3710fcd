import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Picture } from "./camera.ts";

/** `index.html`: all pictures small, each a link to the whole of it, and a choice of what to see. */
export async function writeContactSheet(folder: string, pictures: readonly Picture[]): Promise<void> {
  const sorted = [...pictures].sort((a, b) => a.file.localeCompare(b.file));
  await writeFile(join(folder, "index.html"), page(sorted));
}

const FILTERS = ["screen", "plate", "phase", "size", "theme", "language"] as const;

function page(pictures: readonly Picture[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery</title>
<style>
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
  body { margin: 0; padding: 1rem }
  form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .75rem; padding: .75rem 0; background: Canvas }
  main { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
  figure { margin: 0 }
  figure[hidden] { display: none }
  img { display: block; height: 300px; width: auto; border: 1px solid GrayText }
  figcaption { max-width: 20rem }
  b { color: #c22 }
</style>
<form aria-label="Filter">${FILTERS.map((name) => choice(name, pictures)).join("")}<output></output></form>
<main>${pictures.map(figure).join("\n")}</main>
<script>
  const form = document.forms[0];
  const figures = [...document.querySelectorAll("figure")];
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of kept) if (form.elements[name]) form.elements[name].value = value;
  function filter() {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    for (const each of figures) each.hidden = wanted.some(([name, value]) => each.dataset[name] !== value);
    form.querySelector("output").textContent = figures.filter((each) => !each.hidden).length + " pictures";
    history.replaceState(null, "", "#" + new URLSearchParams(wanted));
  }
  form.addEventListener("change", filter);
  filter();
</script>
</html>
`;
}

function choice(name: (typeof FILTERS)[number], pictures: readonly Picture[]): string {
  const values = [...new Set(pictures.map((picture) => picture[name]))].sort();
  const options = values.map((value) => `<option>${value}</option>`).join("");
  return `<label>${name} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

function figure(picture: Picture): string {
  const { file, screen, plate, phase, size, theme, language, beyond, below } = picture;
  const data = FILTERS.map((name) => `data-${name}="${picture[name]}"`).join(" ");
  const notes = [
    beyond > 0 ? ` <b>${beyond} px beyond the side</b>` : "",
    below > 0 ? ` · ${below} px below the fold` : "",
  ].join("");
  const caption = `${screen} · ${plate} · ${phase}<br>${size} · ${theme} · ${language}${notes}`;
  return `<figure ${data}><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${caption}</figcaption></figure>`;
}
