export const side = 8;

const drawn = [
  `
  ........
  ..####..
  .##..##.
  .##..##.
  .##..##.
  .##..##.
  ..####..
  ........
  `,
  `
  ........
  ...##...
  ..###...
  ...##...
  ...##...
  ...##...
  ..####..
  ........
  `,
  `
  ........
  .######.
  ....##..
  ...##...
  ...##...
  ..##....
  ..##....
  ........
  `,
];

/** Three images of 8 x 8 pixels, row by row: 0, 1 and 7. */
export const images: readonly number[][] = drawn.map((text) =>
  Array.from(text.replaceAll(/\s/gu, ""), (character) => (character === "#" ? 1 : 0)),
);

/** What a decoder that has seen something like it would say: a blurred image, from -1 to 1. */
export const guesses: readonly number[][] = images.map(blurred);

function blurred(image: readonly number[]): number[] {
  const sums = image.map((_, pixel) => {
    const [row, column] = [Math.floor(pixel / side), pixel % side];
    let sum = 0;
    for (const down of [-1, 0, 1])
      for (const right of [-1, 0, 1]) {
        const [r, c] = [row + down, column + right];
        const inside = r >= 0 && r < side && c >= 0 && c < side;
        const weight = (2 - Math.abs(down)) * (2 - Math.abs(right));
        if (inside) sum += weight * (image[r * side + c] ?? 0);
      }
    return sum;
  });
  const most = Math.max(...sums);
  return sums.map((sum) => (2 * sum) / most - 1);
}
