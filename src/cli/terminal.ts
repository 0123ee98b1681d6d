import { deepJson } from './deep-json';

/** Makes the line that the cursor is in empty, and begins it anew. */
export const CLEAR_LINE = '\r\u001b[K';

/**
 * Draw a line over the one that the cursor is in. It is cut to the terminal's width: of a line that takes up two, only the
 * second one could be drawn over.
 */
export function drawLine(
  terminal: NodeJS.WritableStream & { readonly columns?: number },
  line: string
): void {
  const columns = terminal.columns ?? 0;
  const shown = columns > 1 ? line.slice(0, columns - 1) : line;
  terminal.write(`${CLEAR_LINE}${shown}`);
}

/**
 * Characters that a terminal obeys or hides instead of showing them.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Text from outside with nothing in it that a terminal would obey: `\\u{1b}[31m`.
 */
export function printable(text: string): string {
  return text.replace(
    UNSEEN,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  );
}

/**
 * One line of JSON, the same data with nothing in it that a terminal would obey.
 */
export function jsonLine(value: unknown): string {
  const text = deepJson(value).replace(UNSEEN, character =>
    Array.from({ length: character.length }, (_, index) => {
      const unit = character.charCodeAt(index).toString(16);
      return `\\u${unit.padStart(4, '0')}`;
    }).join('')
  );
  return `${text}\n`;
}
