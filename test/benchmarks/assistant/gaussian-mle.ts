/** Ten assertions on gaussian-mle, as a teaching assistant would write them for mocha. */
import assert from "node:assert/strict";
import {
  dMu,
  dSigma2,
  muHat,
  negLogLikelihood,
  sigma2Hat,
} from "../../../exercises/gaussian-mle/solution.ts";

function close(got: number, want: number): void {
  assert.ok(Math.abs(got - want) <= 1e-6 * Math.max(1, Math.abs(want)), `${got}, not ${want}`);
}

const x = [1.2, -0.7, 3.1, 2.4, 0.3];

describe("gaussian-mle", () => {
  it("negLogLikelihood of a standard normal", () => {
    close(negLogLikelihood([0], 0, 1), 0.5 * Math.log(2 * Math.PI));
  });
  it("negLogLikelihood of samples", () => {
    close(negLogLikelihood(x, 1, 2), 1.7550121235);
  });
  it("dMu", () => {
    close(dMu(x, 1, 2), -0.13);
  });
  it("dMu is zero at the mean", () => {
    close(dMu(x, 1.26, 0.5), 0);
  });
  it("dSigma2", () => {
    close(dSigma2(x, 1, 2), 0.00525);
  });
  it("dSigma2 of one sample", () => {
    close(dSigma2([3], 1, 4), 0);
  });
  it("muHat", () => {
    close(muHat(x), 1.26);
  });
  it("muHat of one sample", () => {
    close(muHat([4]), 4);
  });
  it("sigma2Hat", () => {
    close(sigma2Hat(x), 1.8904);
  });
  it("sigma2Hat of equal samples", () => {
    close(sigma2Hat([2, 2, 2]), 0);
  });
});
