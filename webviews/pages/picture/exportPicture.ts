import { escape } from "#webviews/plots/shape.ts";

/** What a panel is made of, where it stands on the page. */
export interface Drawing {
  readonly stage: HTMLElement;
  readonly svg: SVGElement;
  readonly canvas: HTMLCanvasElement | null;
}

const styled = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-size",
  "font-weight",
  "paint-order",
  "text-anchor",
] as const;

/** All panels as one SVG that needs no style sheet: every shape carries the colours that it has now. */
export function exportSvg(drawings: readonly Drawing[], title: string): string {
  const places = drawings.map(({ stage }) => stage.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const width = Math.max(...places.map((place) => place.right)) - left;
  const height = Math.max(...places.map((place) => place.bottom)) - top;
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
  const font = getComputedStyle(document.body).fontFamily;
  const panels = drawings.map((drawing, index) => {
    const place = places[index];
    if (place === undefined) return "";
    const moved = `translate(${(place.left - left).toFixed(1)} ${(place.top - top).toFixed(1)})`;
    return `<g transform="${moved}">${imageOf(drawing, place)}${printElements(drawing.svg)}${handlesOf(drawing, place)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width.toFixed(0)}" height="${height.toFixed(0)}" font-family="${escape(font)}">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escape(ground)}"/>`,
    ...panels,
    "</svg>\n",
  ].join("");
}

/** The same as pixels, two for each of the page's, in base64. */
export async function exportPng(drawings: readonly Drawing[], title: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(exportSvg(drawings, title))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
}

function imageOf({ canvas }: Drawing, { width, height }: DOMRect): string {
  if (canvas === null) return "";
  return `<image href="${canvas.toDataURL("image/png")}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`;
}

function printElements(parent: Element): string {
  return [...parent.children].map(printElement).join("");
}

function printElement(one: Element): string {
  const own = [...one.attributes]
    .filter(({ name }) => name !== "class" && !styled.some((one) => one === name))
    .map(({ name, value }) => ` ${name}="${escape(value)}"`);
  const style = getComputedStyle(one);
  const leaf = one.children.length === 0;
  const given = leaf ? styled.map((name) => ` ${name}="${escape(style.getPropertyValue(name))}"`) : [];
  const inside = leaf ? escape(one.textContent) : printElements(one);
  return `<${one.tagName}${own.join("")}${given.join("")}>${inside}</${one.tagName}>`;
}

/** Handles are part of the picture, and of the page only by how they are moved. */
function handlesOf({ stage }: Drawing, place: DOMRect): string {
  return [...stage.querySelectorAll<HTMLElement>(".handle")]
    .map((handle) => {
      const { left, top } = handle.getBoundingClientRect();
      const { borderTopColor, backgroundColor } = getComputedStyle(handle);
      const centre = `cx="${(left - place.left + handle.offsetWidth / 2).toFixed(1)}" cy="${(top - place.top + handle.offsetHeight / 2).toFixed(1)}"`;
      return `<circle ${centre} r="5" fill="${escape(backgroundColor)}" stroke="${escape(borderTopColor)}"/>`;
    })
    .join("");
}
