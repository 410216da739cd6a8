/** A discriminator as an object that knows its answer. */

class Answer {
  private readonly logit: number;
  constructor(logit: number) {
    this.logit = logit;
  }
  static of(p: number, q: number): Answer {
    return new Answer(p === q ? 0 : Math.log(p) - Math.log(q));
  }
  get turned(): Answer {
    return new Answer(-this.logit);
  }
  get probability(): number {
    return 1 / (1 + Math.exp(-this.logit));
  }
  get surprise(): number {
    // -log probability
    return this.logit > 0 ? Math.log1p(Math.exp(-this.logit)) : Math.log1p(Math.exp(this.logit)) - this.logit;
  }
}

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const real = realLogits.map((o) => new Answer(o));
  const fake = fakeLogits.map((o) => new Answer(o).turned);
  return meanSurprise(real) + meanSurprise(fake);
}

function meanSurprise(answers: Answer[]): number {
  let sum = 0;
  for (const answer of answers) sum += answer.surprise;
  return sum / answers.length;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const wrong = (o: number) => new Answer(o).probability;
  return {
    real: realLogits.map((o) => -wrong(-o) / realLogits.length),
    fake: fakeLogits.map((o) => wrong(o) / fakeLogits.length),
  };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((density, i) => Answer.of(density, q[i]!).probability);
}

export function valueAtOptimum(p: number[], q: number[]): number {
  let value = 0;
  p.forEach((mass, x) => {
    const other = q[x]!;
    const answer = Answer.of(mass, other);
    if (mass > 0) value -= mass * answer.surprise;
    if (other > 0) value -= other * answer.turned.surprise;
  });
  return value;
}
