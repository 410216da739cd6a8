/** An SVG element as data: what a panel is made of, before there is a page to draw it in. */
export interface Shape {
  readonly tag: "g" | "path" | "rect" | "circle" | "line" | "text" | "clipPath" | "image";
  readonly attributes: Readonly<Record<string, string>>;
  readonly children?: readonly Shape[];
  readonly text?: string;
}

/** Attributes with numbers printed short; null and undefined leave one out. */
export function shape(
  tag: Shape["tag"],
  attributes: Readonly<Record<string, string | number | null | undefined>>,
  inside: readonly Shape[] | string = [],
): Shape {
  const printed = Object.entries(attributes)
    .filter(([, value]) => value != null)
    .map(([name, value]) => [name, typeof value === "number" ? printNumber(value) : String(value)]);
  const kept = Object.fromEntries(printed) as Readonly<Record<string, string>>;
  return typeof inside === "string"
    ? { tag, attributes: kept, text: inside }
    : { tag, attributes: kept, children: inside };
}

function printNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes the children of `parent` these shapes, touching only what is different: most of a frame is as it was. */
export function patch(parent: Element, shapes: readonly Shape[]): void {
  shapes.forEach((wanted, index) => {
    const there = parent.children[index];
    if (there?.tagName === wanted.tag) {
      update(there, wanted);
      return;
    }
    const made = document.createElementNS(svgNamespace, wanted.tag);
    update(made, wanted);
    if (there === undefined) parent.append(made);
    else there.replaceWith(made);
  });
  while (parent.children.length > shapes.length) parent.lastElementChild?.remove();
}

function update(element: Element, { attributes, children, text }: Shape): void {
  for (const { name } of [...element.attributes]) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (text !== undefined) {
    if (element.textContent !== text) element.textContent = text;
  } else patch(element, children ?? []);
}

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
