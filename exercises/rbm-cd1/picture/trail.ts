import type { Rbm } from "../starter.ts";

interface Course {
  /** One more than there are steps: the start is the first. */
  readonly measures: number[];
  rbm: Rbm;
}

interface Journey {
  /** Says which run this is: equal keys are equal runs. */
  readonly key: string;
  readonly start: Rbm;
  readonly advance: (rbm: Rbm, step: number) => Rbm;
  readonly measure: (rbm: Rbm, step: number) => number;
}

/**
 * What the right run measures at the steps 0 ... `steps`. It depends on nothing but the journey; the last few are only
 * remembered, because a frame has no time to run it from its start again.
 */
export function trailOf({ key, start, advance, measure }: Journey, steps: number): readonly number[] {
  const course = courses.get(key) ?? { rbm: start, measures: [measure(start, 0)] };
  courses.delete(key);
  courses.set(key, course);
  for (let step = course.measures.length; step <= steps; step++) {
    course.rbm = advance(course.rbm, step - 1);
    course.measures.push(measure(course.rbm, step));
  }
  const [oldest] = courses.keys();
  if (courses.size > MOST && oldest !== undefined) courses.delete(oldest);
  return course.measures.slice(0, steps + 1);
}

const MOST = 4;
const courses = new Map<string, Course>();
