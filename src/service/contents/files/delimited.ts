import type { TableContents } from '../../../contract';
import type { IFile } from './file';
import { decoded } from './text';

const MAX_ROWS = 8;
const MAX_COLUMNS = 50;
const MAX_CELL = 80;

/**
 * The header and the first rows of a CSV or TSV file, as RFC 4180 quotes them.
 */
export function readTable({ name, first, isWhole }: IFile): TableContents {
  const text = decoded(first, isWhole).replace(/^\ufeff/, '');
  const isTabs = /\.tsv$/i.test(name);
  const separator = isTabs ? '\t' : likelySeparator(text);
  const rows = parseRows(text, separator);
  // The last row that was read may have been cut off.
  const whole = isWhole ? rows : rows.slice(0, -1);
  const [header = [], ...body] = whole;
  return {
    kind: 'table',
    format: isTabs ? 'TSV' : 'CSV',
    columns: header.slice(0, MAX_COLUMNS).map((title, at) => ({
      name: cut(title),
      type: typeOf(body.slice(0, 100).map(row => row[at] ?? '')),
      isNullable: body.some(row => (row[at] ?? '') === '')
    })),
    columnCount: header.length,
    rowCount: isWhole ? body.length : null,
    rows: body
      .slice(0, MAX_ROWS)
      .map(row => row.slice(0, MAX_COLUMNS).map(cut)),
    attributes: [],
    notes: []
  };
}

function likelySeparator(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map(
    separator => [separator, line.split(separator).length] as const
  );
  const most = counts.toSorted((a, b) => b[1] - a[1])[0];
  return most?.[0] ?? ',';
}

/** At most a hundred rows more than are shown: enough to guess what the columns are. */
function parseRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < 100 + MAX_ROWS) {
    const cell = readCell(text, at, separator);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) {
        row.push('');
      }
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      rows.push(row);
      row = [];
    }
  }
  return row.length > 0 ? [...rows, row] : rows;
}

function readCell(
  text: string,
  start: number,
  separator: string
): { value: string; end: number } {
  if (text[start] === '"') {
    const end = /"(?:[^"]|"")*("|$)/y;
    end.lastIndex = start;
    const quoted = end.exec(text)?.[0] ?? '"';
    const value = quoted.slice(1, quoted.endsWith('"') ? -1 : undefined);
    const after = endOfCell(text, start + quoted.length, separator);
    return { value: value.replaceAll('""', '"'), end: after };
  }
  const end = endOfCell(text, start, separator);
  return { value: text.slice(start, end), end };
}

function endOfCell(text: string, start: number, separator: string): number {
  let at = start;
  while (
    at < text.length &&
    text[at] !== separator &&
    !/[\r\n]/.test(text[at] ?? '')
  ) {
    at += 1;
  }
  return at;
}

function typeOf(values: readonly string[]): string {
  const some = values.filter(value => value !== '');
  if (
    some.length > 0 &&
    some.every(value => /^[+-]?\d{1,15}$/.test(value.trim()))
  ) {
    return 'int';
  }
  return some.length > 0 &&
    some.every(value => Number.isFinite(Number(value)) || /^nan$/i.test(value))
    ? 'float'
    : 'text';
}

function cut(text: string): string {
  return text.length > MAX_CELL
    ? `${text.slice(0, MAX_CELL - 1).toWellFormed()}…`
    : text.toWellFormed();
}
