import type { Localized } from "./messages.ts";

/**
 * What a picture shows: panels of marks, the controls beside them, and the same in words. Data only: an exercise makes it,
 * any page can draw it, and neither knows the other.
 */
export interface Scene {
  readonly panels: readonly Panel[];
  /** What the colours and shapes mean. */
  readonly keys: readonly Key[];
  /** What there is to see, in sentences; a screen reader reads them whenever they change. */
  readonly says: readonly Localized[];
  /** How far a run that can be played is. */
  readonly progress?: {
    readonly value: number;
    readonly of: number;
    readonly text: Localized;
    /** The time from one step to the next while it plays; 33 by default. */
    readonly stepMs?: number;
  };
}

/** Numbers of a mark. Whatever is not finite leaves a gap; JSON turns it into null. */
export type Numbers = readonly (number | null)[];

/**
 * What a colour stands for. The page takes the theme's own colours for them.
 *   student, reference, misconception   who computed it; the page also dashes the last two
 *   data                                given numbers, which nobody computed
 *   muted                               what only guides the eye
 *   accent                              what is being pointed at
 *   right, wrong                        agreement and disagreement
 *   first ... fourth                    classes, layers, components: no meaning of their own
 */
export const inks = [
  "student",
  "reference",
  "misconception",
  "data",
  "muted",
  "accent",
  "right",
  "wrong",
  "first",
  "second",
  "third",
  "fourth",
] as const;
export type Ink = (typeof inks)[number];

export interface Key {
  readonly ink: Ink;
  readonly mark: "line" | "dashed" | "dotted" | "area" | "point" | "ring" | "cross" | "diamond" | "arrow";
  readonly text: Localized;
}

export interface Panel {
  readonly id: string;
  readonly title: Localized;
  /** How many of twelve columns it takes in a wide page. */
  readonly columns: number;
  /** How many of the smaller panels beside it it is as tall as; 1 by default. */
  readonly rows?: number;
  /** Width by height, axes included. */
  readonly aspect: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
  /** A line below it. */
  readonly note?: Localized;
  /** The numbers behind it, for who cannot see it or wants to read them. */
  readonly table?: Table;
  /** A press on free space is told as an event of this id. */
  readonly press?: string;
  /** Full of text, which does not shrink with it: in a page of middle width it has a row of its own, in a narrow one it is scrolled. */
  readonly roomy?: boolean;
}

export interface Axis {
  /** The values at the left and right, or bottom and top, end; the first may be the larger one. */
  readonly domain: readonly [number, number];
  readonly label?: Localized;
  readonly scale?: "linear" | "log";
  /** How many ticks there should be about, or exactly which. None: the axis is not drawn. */
  readonly ticks?: number | readonly Tick[] | "none";
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Table {
  readonly columns: readonly Localized[];
  /** A number that is not finite arrives as null and is written NaN. */
  readonly rows: readonly (readonly (string | number | null | Localized)[])[];
}

interface MarkBase {
  readonly ink?: Ink;
  /** Drawn lightly: it is there to compare with. */
  readonly faint?: boolean;
}

export type Mark =
  | LineMark
  | AreaMark
  | RectsMark
  | PointsMark
  | PiesMark
  | ArrowsMark
  | EdgesMark
  | HeatmapMark
  | TilesMark
  | TextsMark
  | RuleMark
  | HandleMark;

export interface LineMark extends MarkBase {
  readonly mark: "line";
  readonly x: Numbers;
  readonly y: Numbers;
  readonly stroke?: "solid" | "dashed" | "dotted";
  readonly width?: number;
  readonly curve?: "linear" | "step" | "smooth";
}

/** Between two curves over the same x. */
export interface AreaMark extends MarkBase {
  readonly mark: "area";
  readonly x: Numbers;
  readonly y0: Numbers;
  readonly y1: Numbers;
}

/** Bars, cells, stacked parts. */
export interface RectsMark extends MarkBase {
  readonly mark: "rects";
  readonly x0: Numbers;
  readonly x1: Numbers;
  readonly y0: Numbers;
  readonly y1: Numbers;
  /** One per rectangle instead of `ink`. */
  readonly inks?: readonly Ink[];
  /** Outlined instead of filled: laid over somebody else's. */
  readonly hollow?: boolean;
  /** Written in their middle where there is room. */
  readonly labels?: readonly (string | Localized)[];
}

export interface PointsMark extends MarkBase {
  readonly mark: "points";
  readonly x: Numbers;
  readonly y: Numbers;
  readonly inks?: readonly Ink[];
  readonly shape?: "point" | "ring" | "cross" | "diamond";
  /** Radius in pixels; 3 by default. */
  readonly size?: number;
}

/** Points, each divided among classes: shares of a whole of 1, which leave a part open or overlap where they are not. */
export interface PiesMark extends MarkBase {
  readonly mark: "pies";
  readonly x: Numbers;
  readonly y: Numbers;
  readonly slices: readonly { readonly ink: Ink; readonly shares: Numbers }[];
  /** Radius in pixels; 6 by default. */
  readonly size?: number;
}

/** From (x, y) by (dx, dy), all in the axes' units. */
export interface ArrowsMark extends MarkBase {
  readonly mark: "arrows";
  readonly x: Numbers;
  readonly y: Numbers;
  readonly dx: Numbers;
  readonly dy: Numbers;
  readonly stroke?: "solid" | "dashed";
}

/** Connections, coloured by sign and as wide as their values are large; without values plain lines. */
export interface EdgesMark extends MarkBase {
  readonly mark: "edges";
  readonly x0: Numbers;
  readonly y0: Numbers;
  readonly x1: Numbers;
  readonly y1: Numbers;
  readonly values?: Numbers;
  /** The value that is drawn widest; the largest of them by default. */
  readonly most?: number;
}

/** A grid of values over a rectangle; the first row lies at y0. */
export interface HeatmapMark extends MarkBase {
  readonly mark: "heatmap";
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: Numbers;
  /** Sequential: from the background to the ink. Diverging: minus to plus, with 0 in the background's colour. */
  readonly colours: "sequential" | "diverging";
  readonly domain: readonly [number, number];
  /** Blended between the centres of cells. */
  readonly smooth?: boolean;
  /** Lines of equal value at these values. */
  readonly contours?: readonly number[];
  /** The values written into the cells, with this many digits. */
  readonly digits?: number;
  /** A press on a cell is told as an event of this id, at the cell's centre. */
  readonly press?: string;
}

/** Many small heatmaps of one size, filling the panel row by row. */
export interface TilesMark extends MarkBase {
  readonly mark: "tiles";
  readonly across: number;
  readonly rows: number;
  readonly columns: number;
  readonly tiles: readonly Numbers[];
  readonly colours: "sequential" | "diverging";
  readonly domain: readonly [number, number];
}

export interface TextsMark extends MarkBase {
  readonly mark: "texts";
  readonly x: Numbers;
  readonly y: Numbers;
  readonly texts: readonly (string | Localized)[];
  readonly inks?: readonly Ink[];
  readonly anchor?: "start" | "middle" | "end";
  /** Pixels to the right and down. */
  readonly shift?: readonly [number, number];
  readonly size?: "small" | "normal";
}

/** A line across the panel at one value. */
export interface RuleMark extends MarkBase {
  readonly mark: "rule";
  readonly x?: number | null;
  readonly y?: number | null;
  readonly stroke?: "solid" | "dashed" | "dotted";
  readonly label?: string | Localized;
}

/** Something that a person moves, by pointer or by arrow keys. */
export interface HandleMark extends MarkBase {
  readonly mark: "handle";
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly moves: "x" | "y" | "xy";
  /** How far an arrow key moves it. */
  readonly step: number;
  /** Within which it stays; the axes' domains by default. */
  readonly range?: { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] };
  readonly shape?: "point" | "ring" | "diamond" | "bar";
  readonly label: Localized;
  /** How its place is read out: "mu = 1.25". */
  readonly value: Localized;
  /** Delete, or a double click, is told as an event. */
  readonly removable?: boolean;
}

export type Control =
  | {
      readonly control: "slider";
      readonly id: string;
      readonly label: Localized;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly value: number;
      /** How the value is shown and read out. */
      readonly text: Localized;
    }
  | {
      /** One of a few. `views` are the picture's pages, shown as tabs above everything. */
      readonly control: "choice" | "views";
      readonly id: string;
      readonly label: Localized;
      readonly options: readonly { readonly value: string; readonly label: Localized }[];
      readonly value: string;
    }
  | {
      readonly control: "toggle";
      readonly id: string;
      readonly label: Localized;
      readonly value: boolean;
    }
  | {
      readonly control: "button";
      readonly id: string;
      readonly label: Localized;
      readonly disabled?: boolean;
    };

/** What a person did with a picture. */
export type SceneEvent =
  | { readonly kind: "set"; readonly id: string; readonly value: number | string | boolean }
  | { readonly kind: "push"; readonly id: string }
  | { readonly kind: "drag"; readonly id: string; readonly x: number; readonly y: number }
  | { readonly kind: "press"; readonly id: string; readonly x: number; readonly y: number }
  | { readonly kind: "remove"; readonly id: string };

/** Sent by the page of every picture that plays. */
export const restart = "restart";

/** Why a line of the student's is not in the picture. */
export interface Problem {
  readonly kind:
    | "source" // the file does not load
    | "untrusted" // nothing is run here
    | "not-attempted"
    | "throws"
    | "timeout"
    | "memory"
    | "too-large" // more than a picture can show
    | "wrong-type" // not what the signature says
    | "not-finite"; // drawn as far as it goes
  /** Empty where it is about the whole file. */
  readonly function: string;
  /** What was thrown, or what the parser says; empty where there is nothing to quote. */
  readonly text: string;
}

/** One picture, drawn: what a page is given. `state` and `next` are the picture's own; a page only gives them back. */
export interface Frame {
  readonly state: unknown;
  /** The state one step later while it plays: null at the end, absent if this picture stands still. */
  readonly next?: unknown;
  readonly controls: readonly Control[];
  readonly scene: Scene;
  readonly problems: readonly Problem[];
}
