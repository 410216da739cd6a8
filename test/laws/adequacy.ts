import assert from "node:assert/strict";
import { publicSeed } from "#compose/openEngine.ts";
import { readFigures, regressions } from "#verify/adequacy/figures.ts";
import { killMutants } from "#verify/adequacy/kill.ts";
import { nameAlternatives } from "#verify/adequacy/naming.ts";
import type { Besides } from "./laws.ts";

/** Mutants of each exercise that are tried here, always the same; `npm run soak` tries all. */
const SAMPLE = 12;

/** The grader, graded: what adequacy.json says may only become better. */
export const adequacy: Besides = {
  title: `${SAMPLE} mutants, and the names of labelled slips, are no worse than adequacy.json says`,
  check: async (examined, { ports }) => {
    const { id } = examined.exercise.manifest;
    const before = await readFigures(examined.folder);
    assert.ok(before, `run gradus verify --adequacy ${id}`);
    const sample = { mutants: SAMPLE, equivalent: before.mutants.equivalent };
    const mutants = await killMutants(examined, { ports, seed: publicSeed, sample });
    const naming = { ...before.naming, ...(await nameAlternatives(examined)) };
    assert.equal(mutants.total, SAMPLE);
    // right answers, guesses and the misconceptions themselves are laws: right, gaming and named
    assert.deepEqual(regressions(before, { ...before, mutants, naming }), []);
  },
};
