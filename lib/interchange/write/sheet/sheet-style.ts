/** Of the printed sheet: on the paper that the printer has, A4 or Letter, and no question cut by the end of a page. */
export const SHEET_STYLE = `
@page { margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
html { font: 11pt/1.45 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #111; background: #fff; }
[dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
body { max-width: 180mm; margin: 0 auto; padding: 8mm 4mm; }
h1, h2 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm; overflow-wrap: anywhere; text-wrap: balance; }
.about { margin: 0 0 4mm; color: #444; }
.who { display: flex; gap: 8mm; margin: 4mm 0 7mm; }
.who span { display: flex; flex: 1; align-items: end; gap: 2mm; }
.who span:first-child { flex: 2; }
.who span::after { content: ""; flex: 1; border-block-end: 0.3mm solid #777; }
ol { list-style: none; margin: 0; padding: 0; }
.question, .note, .solution { break-inside: avoid; margin: 0 0 7mm; display: grid; grid-template-columns: 9mm minmax(0, 1fr); }
.note { border: 0.3mm solid #999; border-radius: 2mm; padding: 3mm 4mm; grid-template-columns: minmax(0, 1fr); }
.number { font-weight: 700; }
.prompt { font-weight: 600; overflow-wrap: anywhere; break-after: avoid; }
.prompt p, .text p { margin: 0 0 1.5mm; }
.hint { margin: 0.5mm 0 0; font-size: 9.5pt; color: #555; }
.picture { position: relative; display: block; width: fit-content; margin: 2.5mm 0; }
.picture img, .option img { display: block; max-width: 100%; max-height: 80mm; }
.option img { max-height: 32mm; margin-block-end: 1mm; }
.picture i { position: absolute; border: 0.6mm solid #c00; border-radius: 50%; background: #c003; transform: translate(-50%, -50%); aspect-ratio: 1; }
.options { display: grid; gap: 1.6mm 8mm; margin-block-start: 2mm; }
.options.short { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.option { display: grid; grid-template-columns: 5mm 6mm minmax(0, 1fr); break-inside: avoid; overflow-wrap: anywhere; }
.box { width: 3.6mm; height: 3.6mm; margin-block-start: 1mm; border: 0.3mm solid #111; border-radius: 50%; }
.box.square { border-radius: 0.6mm; }
.box.wide { width: 9mm; height: 5.5mm; margin: 0; border-radius: 0.6mm; }
.option.plain { grid-template-columns: 6mm minmax(0, 1fr); }
.option.ordered { grid-template-columns: 12mm minmax(0, 1fr); align-items: center; }
.line { height: 8mm; border-block-end: 0.3mm solid #777; max-width: 110mm; display: flex; align-items: end; justify-content: end; }
.pairs { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8mm; margin-block-start: 2mm; }
.scale { display: flex; align-items: center; gap: 3mm; margin-block-start: 2.5mm; flex-wrap: wrap; }
.scale b { display: grid; place-items: center; width: 8mm; height: 8mm; border: 0.3mm solid #111; border-radius: 50%; font-weight: 400; font-size: 9.5pt; }
.key { break-before: page; }
.solution { margin-block-end: 4mm; }
.solution ul { margin: 0; padding: 0; list-style: none; }
.solution .prompt { font-weight: 400; color: #555; font-size: 9.5pt; }
.right { font-weight: 600; overflow-wrap: anywhere; }
.why { margin: 0.5mm 0 0; font-size: 9.5pt; }
code, pre { font-family: "Noto Sans Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; direction: ltr; unicode-bidi: isolate; }
pre { margin: 1.5mm 0; padding: 2mm 3mm; border: 0.3mm solid #bbb; white-space: pre-wrap; text-align: left; }
math { font-size: 1.1em; }
@media print { [dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
body { max-width: none; padding: 0; } * { print-color-adjust: exact; } }
@media screen { .key { margin-block-start: 14mm; border-block-start: 0.3mm dashed #999; padding-block-start: 8mm; } }
`;
