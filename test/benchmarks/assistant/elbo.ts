/** Ten assertions on elbo, as a teaching assistant would write them for mocha. */
import assert from "node:assert/strict";
import {
  elbo,
  klTerm,
  lowerBound,
  negElboGradient,
  reconstruction,
} from "../../../exercises/elbo/solution.ts";

function close(got: number | undefined, want: number): void {
  assert.ok(
    got !== undefined && Math.abs(got - want) <= 1e-6 * Math.max(1, Math.abs(want)),
    `${String(got)}, not ${String(want)}`,
  );
}

const x = [
  [1, 0, 1],
  [0, 0, 1],
];
const logits = [
  [0.5, -1, 2],
  [1, 0, -0.5],
];
const mu = [
  [0.3, -0.2],
  [1, 0],
];
const logVar = [
  [0, 0.5],
  [-1, 0.2],
];

describe("elbo", () => {
  it("reconstruction at logits 0", () => {
    close(reconstruction([1, 0], [0, 0]), -2 * Math.log(2));
  });
  it("reconstruction", () => {
    close(reconstruction([1, 0, 1], [0.5, -1, 2]), -0.9142666);
  });
  it("reconstruction of a large logit", () => {
    close(reconstruction([0], [800]), -800);
  });
  it("klTerm of the prior", () => {
    close(klTerm([0, 0], [0, 0]), 0);
  });
  it("klTerm", () => {
    close(klTerm([0.3, -0.2], [0, 0.5]), 0.1393606);
  });
  it("elbo", () => {
    close(elbo(x, logits, mu, logVar), -2.3643771);
  });
  it("gradient by the logits", () => {
    close(negElboGradient(x, logits, mu, logVar).logits[0]?.[1], 0.1344707);
  });
  it("gradient by mu", () => {
    close(negElboGradient(x, logits, mu, logVar).mu[1]?.[0], 0.5);
  });
  it("gradient by logVar", () => {
    close(negElboGradient(x, logits, mu, logVar).logVar[1]?.[0], -0.1580301);
  });
  it("lowerBound: the parts sum to the evidence", () => {
    const { elbo: bound, gap, logEvidence } = lowerBound([0.1, 0.3], [0.5, 0.5]);
    close(bound + gap, Math.log(0.4));
    close(logEvidence, Math.log(0.4));
  });
});
