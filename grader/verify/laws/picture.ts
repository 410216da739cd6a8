import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hasPicture, loadPicture } from "#catalog/loadPicture.ts";
import { mapNumbers } from "#compare/numbers.ts";
import type { Frame } from "#contract/scene.ts";
import { drawPicture, type AnyPicture, type PlayerPort } from "#engine/drawPicture.ts";
import { referencePlayer, trustedPlayer } from "#engine/players.ts";
import { answer, type Examined, type Law } from "../law.ts";

type Functions = Examined["solution"];

const STATE_KB = 64;
const FRAME_KB = 256;
/** So many steps of a picture that plays are tried. */
const STEPS = 3;

export const picture: Law = {
  id: "picture",
  title: "the picture draws the solution, the starter and nonsense, and shows every function and every slip",
  failures: async (examined) => {
    if (!hasPicture(examined.folder)) return ["there is no picture.ts"];
    const drawn = await loadPicture(examined.folder);
    const views = [drawn.start, ...(drawn.views ?? [])];
    const reference = referencePlayer(examined.references, examined.exercise.referencePath);
    const draw: Draw = (functions, state, beside) =>
      drawPicture(requestOf(drawn, examined, { functions, state, reference: beside ?? null }));
    return [
      ...(await drawsTheSolution(examined.solution, views, { draw, reference })),
      ...(await drawsNothing(examined, views, draw)),
      ...(await tells(examined, views, draw)),
    ];
  },
};

type Draw = (functions: Functions, state: unknown, reference?: PlayerPort) => Promise<Frame>;

function requestOf(
  drawn: AnyPicture,
  { exercise }: Examined,
  given: { readonly functions: Functions; readonly state: unknown; readonly reference: PlayerPort | null },
): Parameters<typeof drawPicture>[0] {
  const { functions, state, reference } = given;
  return {
    picture: drawn,
    functions: exercise.manifest.functions,
    players: { student: trustedPlayer(functions), reference, misconception: null },
    state,
    events: [],
  };
}

async function drawsTheSolution(
  solution: Functions,
  views: readonly unknown[],
  { draw, reference }: { readonly draw: Draw; readonly reference: PlayerPort },
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const [index, view] of views.entries()) {
    const where = `view ${index}`;
    const frame = await draw(solution, view, reference);
    const problems = frame.problems.map((one) => `${where}: ${one.function} of the solution is ${one.kind}`);
    failures.push(...problems, ...unfit(frame, where));
    if (JSON.stringify(await draw(solution, view, reference)) !== JSON.stringify(frame))
      failures.push(`${where}: drawn twice it is not the same`);
    let { next } = frame;
    for (let step = 0; step < STEPS && next != null; step++) ({ next } = await draw(solution, next));
  }
  return failures;
}

function unfit({ state, scene, controls }: Frame, where: string): readonly string[] {
  const kilobytes = (value: unknown): number => JSON.stringify(value).length / 1024;
  return [
    ...(scene.says.length === 0 ? [`${where} says nothing`] : []),
    ...(kilobytes(state) > STATE_KB ? [`${where}: its state is larger than ${STATE_KB} KB`] : []),
    ...(kilobytes(scene) > FRAME_KB ? [`${where}: its scene is larger than ${FRAME_KB} KB`] : []),
    ...textsIn([scene, controls])
      .filter(({ en, ja }) => en === "" || ja === "" || ja === undefined)
      .map(({ en }) => `${where}: "${String(en)}" is not in both languages`),
  ];
}

/** Everything with a text in English. */
function textsIn(value: unknown): readonly { readonly en?: unknown; readonly ja?: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  return "en" in value ? [value] : Object.values(value).flatMap(textsIn);
}

/** Functions that are not written, or give nonsense, leave a picture with less in it, not without. */
async function drawsNothing(
  { folder, exercise, solution }: Examined,
  views: readonly unknown[],
  draw: Draw,
): Promise<readonly string[]> {
  const starter = (await import(pathToFileURL(join(folder, "starter.ts")).href)) as Functions;
  const useless: Readonly<Record<string, Functions>> = {
    starter,
    "NaN everywhere": changed(exercise, solution, () => NaN),
    "infinity everywhere": changed(exercise, solution, () => Infinity),
    zeros: changed(exercise, solution, () => 0),
  };
  const failures: string[] = [];
  for (const [what, functions] of Object.entries(useless))
    for (const [index, view] of views.entries())
      await draw(functions, view).catch((error: unknown) => {
        failures.push(`view ${index} cannot be drawn of ${what}: ${String(error)}`);
      });
  return failures;
}

/** Each function, and each slip that is told by numbers, makes a difference that can be seen in some view. */
async function tells(
  { exercise, solution }: Examined,
  views: readonly unknown[],
  draw: Draw,
): Promise<readonly string[]> {
  const look = async (functions: Functions): Promise<string> =>
    seen(await Promise.all(views.map((view) => draw(functions, view))));
  const right = await look(solution);
  const failures: string[] = [];
  for (const { name } of exercise.manifest.functions) {
    const zeros = changed(exercise, solution, () => 0)[name];
    if (zeros !== undefined && (await look({ ...solution, [name]: zeros })) === right)
      failures.push(`no view shows ${name}`);
  }
  const variants = await exercise.variants();
  for (const [id, { recognisedBy }] of Object.entries(exercise.misconceptions)) {
    if (recognisedBy.kind !== "outputs") continue;
    const forms = variants.filter((one) => one.misconception === id);
    const looks = await Promise.all(forms.map(({ functions }) => look(functions)));
    if (looks.every((one) => one === right)) failures.push(`no view shows ${id}`);
  }
  return failures;
}

/** Numbers to three digits: as much as an eye can tell. */
function seen(frames: readonly Frame[]): string {
  const scenes = frames.map(({ scene }) => scene);
  return JSON.stringify(scenes, (_, value: unknown) =>
    typeof value === "number" ? value.toPrecision(3) : value,
  );
}

/** The solution with every number that it returns replaced. */
function changed(
  { manifest }: Examined["exercise"],
  solution: Functions,
  number: (right: number) => number,
): Functions {
  return Object.fromEntries(
    manifest.functions.map(({ name }) => [
      name,
      (...args: readonly unknown[]) =>
        mapNumbers(answer(solution, name, args as Parameters<typeof answer>[2]), number),
    ]),
  );
}
