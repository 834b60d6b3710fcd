/**
 * The look of a replay, in the page and in an exported file alike; sizes follow `--u`, the stage unit. Names end at their bars on the page's
 * side, whichever way they are written.
 */
export const RACE_STYLE = `
.race{display:grid;grid-template-rows:auto minmax(0,1fr) auto auto;gap:calc(var(--u)*1.2);height:100%;min-height:0}
.race-heading{margin:0;min-height:2.3em;font-weight:650;font-size:calc(var(--u)*2.2);line-height:1.15;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.race-track{list-style:none;margin:0;padding:0;position:relative;overflow:hidden;container-type:size}
.race-row{position:absolute;inset:0 0 auto;height:10%;display:grid;grid-template-columns:22% minmax(0,1fr) 5.2em;align-items:center;gap:.7em;font-size:min(calc(var(--u)*1.9),4.6cqh);will-change:transform}
.race-name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-align:right;font-weight:650}
[dir=rtl] .race-name,.race[dir=rtl] .race-name{text-align:left}
.race-lane{height:72%;border-radius:.35em;background:color-mix(in oklab,var(--ink) 8%,transparent);overflow:hidden}
.race-bar{display:block;height:100%;border-radius:.35em;background:var(--bar);box-shadow:inset 0 0 0 .07em color-mix(in oklab,var(--ink) 30%,transparent);transform-origin:left;transform:scaleX(0);will-change:transform}
[dir=rtl] .race-bar,[dir=rtl] .race-done,.race[dir=rtl] .race-bar,.race[dir=rtl] .race-done{transform-origin:right}
.race-score{font-weight:750;font-variant-numeric:tabular-nums lining-nums}
.race-comeback{margin:0;min-height:1.3em;font-size:calc(var(--u)*1.9);color:var(--accent-ink);transition:opacity .4s}
.race-time{position:relative;height:calc(var(--u)*.7);border-radius:9em;background:color-mix(in oklab,var(--ink) 12%,transparent);overflow:hidden}
.race-done{position:absolute;inset:0;background:var(--accent);transform-origin:left;transform:scaleX(0)}
.race-tick{position:absolute;inset-block:0;width:2px;background:var(--background)}
.race-controls{display:flex;gap:1em;align-items:center;margin:0}
.race-button{min-width:6em;min-height:44px;border:0;border-radius:.6em;background:var(--primary);color:var(--on-primary);font:650 1rem/1 inherit;font-family:inherit;cursor:pointer}
.race-slider{flex:1;min-height:44px;accent-color:var(--accent)}
`;
