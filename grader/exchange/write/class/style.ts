import { palette } from "../document.ts";

const tones = [
  "passed",
  "follow-through",
  "failed",
  "error",
  "timeout",
  "not-attempted",
  "ungradable",
] as const;
const colours: Readonly<Record<(typeof tones)[number], string>> = {
  passed: "var(--passed)",
  "follow-through": "var(--follows)",
  failed: "var(--failed)",
  error: "var(--failed)",
  timeout: "var(--failed)",
  "not-attempted": "var(--waiting)",
  ungradable: "var(--failed)",
};

const toneRules = tones.map((tone) => `.tone-${tone} { --tone: ${colours[tone]}; }`).join("\n");
const shadeRules = Array.from({ length: 8 }, (_, step) => {
  const percent = 8 + step * 6;
  return `.shade-${step + 1} { background: color-mix(in srgb, var(--tone) ${percent}%, var(--page)); }`;
}).join("\n");

export const style = `${palette}
body { max-width: 76rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-top: .75rem; }
h3 { margin: 1.25rem 0 .5rem; }
.exercise { border-top: 1px solid var(--line); padding-bottom: .75rem; }
.pair { display: grid; grid-template-columns: minmax(16rem, 1fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; }
@media (max-width: 48rem) { .pair { grid-template-columns: minmax(0, 1fr); } }
figure { margin: 0; }
figcaption { font-size: .9rem; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; }
svg rect { fill: var(--link); }
svg text { fill: var(--muted); font-size: 12px; }
svg .axis { stroke: var(--line); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .95rem; }
.sortable { width: 100%; }
.sortable .number { width: 1%; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
td code { overflow-wrap: anywhere; }
thead th { font-weight: 600; white-space: nowrap; color: var(--muted); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
th button { font-weight: 600; }
th button::after { content: "↕"; margin-left: .3em; opacity: .4; }
th[aria-sort="ascending"] button::after { content: "↑"; opacity: 1; }
th[aria-sort="descending"] button::after { content: "↓"; opacity: 1; }
.heat th[scope="row"] { font-weight: 400; white-space: nowrap; }
.heat td { padding: 0; text-align: center; border: 1px solid var(--page); min-width: 3.5rem; }
.heat td.none { color: var(--muted); opacity: .5; padding: .3rem; }
.heat button { width: 100%; padding: .3rem; }
.heat button[aria-pressed="true"] { outline: 2px solid var(--link); outline-offset: -2px; }
.names { list-style: none; margin: .25rem 0; padding: 0; columns: 12rem auto; }
.who:not(:empty) { margin-top: .5rem; padding: .5rem .75rem; background: var(--card); border-radius: .5rem; }
${toneRules}
${shadeRules}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, th button::after { display: none; }
  .scroll { overflow: visible; }
  .exercise, tr { break-inside: avoid; }
}
`;
