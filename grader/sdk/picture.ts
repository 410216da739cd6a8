import type { Control, Scene, SceneEvent } from "#contract/scene.ts";
import type { AnyFunction, FunctionNames } from "./reference.ts";

export { restart } from "#contract/scene.ts";
export type {
  Axis,
  Control,
  HandleMark,
  HeatmapMark,
  Ink,
  Key,
  Mark,
  Numbers,
  Panel,
  PiesMark,
  Scene,
  SceneEvent,
  Table,
  Tick,
} from "#contract/scene.ts";
export type { Localized } from "#contract/messages.ts";

/** Whose function a call asks: the student's own, the reference, or the misconception that was named. */
export type Player = "student" | "reference" | "misconception";

type ArgumentsOf<F> = F extends (...args: infer Args) => unknown ? Readonly<Args> : never;

/** A call that a picture needs, known by its function and an id of the picture's own. */
export type Call<Module> = {
  readonly [Name in FunctionNames<Module> & string]: {
    readonly function: Name;
    readonly id: string;
    readonly args: ArgumentsOf<Module[Name]>;
    /** All of them by default. */
    readonly by?: readonly Player[];
  };
}[FunctionNames<Module> & string];

/**
 * What one player's functions gave. A result is absent where the call failed, was not made, or gave something of another
 * type than declared; its numbers may be NaN or infinite.
 */
export interface Outputs<Module> {
  get<Name extends FunctionNames<Module> & string>(
    name: Name,
    id: string,
  ): Module[Name] extends AnyFunction ? ReturnType<Module[Name]> | undefined : never;
}

export interface Shown<Module, State> {
  readonly state: State;
  readonly student: Outputs<Module>;
  readonly reference: Outputs<Module>;
  /** Only the functions in which a slip was named give anything. */
  readonly misconception: Outputs<Module>;
}

/**
 * A picture of what a student's functions do: pure functions of a small JSON state (64 KB at most).
 * They run in the engine beside the editor, and in the page itself when the solution is shown. No clock, no chance: draw
 * random numbers from `createRng` with a seed in the state.
 */
export interface Picture<Module, State> {
  readonly start: State;
  /** States that show what `start` does not; the laws look at them too. */
  readonly views?: readonly State[];
  /** The state after an event; an event that it does not know changes nothing. */
  readonly change: (state: State, event: SceneEvent) => State;
  readonly controls: (state: State) => readonly Control[];
  /**
   * The calls that this state needs. Asked again with what is known so far until it names no new call, so that a call may
   * be made of another one's result (64 rounds at most). Each player is asked by itself, with its own results.
   */
  readonly calls: (state: State, known: Outputs<Module>, player: Player) => readonly Call<Module>[];
  readonly scene: (shown: Shown<Module, State>) => Scene;
  /**
   * For a picture that plays: the state one step later, null at its end, undefined on a page that stands still. An event
   * "push" of id `restart` begins anew.
   */
  readonly next?: (shown: Shown<Module, State>) => State | null | undefined;
}

/** Declares a picture: `export default definePicture<typeof Starter>()({ start, change, ... })`. */
export function definePicture<Module>() {
  return <State>(picture: Picture<Module, State>): Picture<Module, State> => picture;
}

/** Makes calls whose arguments the compiler knows: `const ask = calling<typeof Starter>(); ask("muHat", "", [x])`. */
export function calling<Module>() {
  return <Name extends FunctionNames<Module> & string>(
    name: Name,
    id: string,
    args: ArgumentsOf<Module[Name]>,
    by?: readonly Player[],
  ): Call<Module> =>
    // one entry of the union that Call is, which the compiler does not see for a name that is still open
    ({ function: name, id, args, ...(by === undefined ? {} : { by }) });
}
