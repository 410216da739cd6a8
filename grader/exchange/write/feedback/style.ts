import { palette } from "../document.ts";

export const style = `${palette}
body { max-width: 46rem; }
.total { font-size: 1.1rem; }
section { border-top: 1px solid var(--line); }
h2, h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .6rem; }
h2 { margin-top: 1.5rem; }
h3 code { font-size: 1rem; }
.score { margin-left: auto; font-weight: 400; font-size: .95rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.status { font-weight: 400; font-size: .95rem; }
.mark { display: inline-block; width: 1.1em; text-align: center; }
.functions { list-style: none; margin: .75rem 0; padding: 0; display: grid; gap: .6rem; }
.functions > li { padding: .6rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.functions > li > p, .functions > li > blockquote { margin-left: 1.7rem; }
.look { border-left: 3px solid var(--follows); padding-left: .75rem; }
.late { color: var(--follows); }
blockquote { margin: .5rem 0; padding: .4rem .75rem; border-left: 3px solid var(--link); }
blockquote .muted { font-size: .9rem; }
.said { white-space: pre-wrap; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .75rem; font-size: .9rem; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .functions > li { break-inside: avoid; background: none; }
  h2 { break-after: avoid; }
}
`;
