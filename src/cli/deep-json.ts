/** Text that is written as it is. */
class Piece {
  constructor(readonly text: string) {}
}

const COMMA = new Piece(',');

/**
 * JSON of plain data however deep it is: `JSON.stringify`, which is faster, calls itself and gives up some thousand levels down.
 */
export function deepJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (reason) {
    if (!(reason instanceof RangeError)) {
      throw reason;
    }
  }
  const pieces: string[] = [];
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (next instanceof Piece) {
      pieces.push(next.text);
    } else if (typeof next === 'object' && next !== null) {
      // The last that is put there is the first that is taken.
      for (const part of partsOf(next).reverse()) {
        left.push(part);
      }
    } else {
      pieces.push(JSON.stringify(next));
    }
  }
  return pieces.join('');
}

function partsOf(value: object): unknown[] {
  if (Array.isArray(value)) {
    const parts = value.flatMap((each: unknown) => [COMMA, each]);
    return [new Piece('['), ...parts.slice(1), new Piece(']')];
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .flatMap(([name, field]: [string, unknown]) => [
      COMMA,
      new Piece(`${JSON.stringify(name)}:`),
      field
    ]);
  return [new Piece('{'), ...fields.slice(1), new Piece('}')];
}
