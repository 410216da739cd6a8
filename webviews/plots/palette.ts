import { inks, type Ink } from "#contract/scene.ts";

export type Rgb = readonly [red: number, green: number, blue: number];

/** The theme's colours as numbers, for what is painted pixel by pixel. */
export interface Palette {
  readonly inks: Readonly<Record<Ink, Rgb>>;
  readonly background: Rgb;
  readonly foreground: Rgb;
  /** Below and above zero. */
  readonly minus: Rgb;
  readonly plus: Rgb;
}

/** Reads the colours that the style sheet takes from the theme. Asked again when the theme changes. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This page has no canvas.");
  // a colour that lets something through is laid over the background
  const colour = (name: string): Rgb => {
    for (const layer of ["ground", name]) {
      context.fillStyle = style.getPropertyValue(`--${layer}`).trim();
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const named = Object.fromEntries(inks.map((ink) => [ink, colour(ink)])) as Record<Ink, Rgb>;
  return {
    inks: named,
    background: colour("ground"),
    foreground: colour("text"),
    minus: colour("minus"),
    plus: colour("plus"),
  };
}

export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

/** Colours of values: from the background to an ink, or from minus over the background to plus. */
export function colourScale(
  palette: Palette,
  { colours, ink }: { readonly colours: "sequential" | "diverging"; readonly ink: Ink },
  [low, high]: readonly [number, number],
): (value: number) => Rgb {
  const { background, minus, plus, inks: named } = palette;
  if (colours === "sequential") {
    const span = high - low || 1;
    return (value) => mix(background, named[ink], clamp((value - low) / span));
  }
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return (value) => mix(background, value < 0 ? minus : plus, clamp(Math.abs(value) / most));
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}
