import type { DatasetKind } from '../contract';
import { printable } from './terminal';

/**
 * One line of `leap ls`.
 */
export interface IEntry {
  readonly kind: 'object' | 'prefix' | 'dataset';
  /** Relative to the folder; of folders and data sets with the closing slash. */
  readonly name: string;
  /** Null for what is not one object. */
  readonly bytes: number | null;
  readonly updatedAt: string | null;
  /** The day the bucket deletes it. */
  readonly deletedOn: string | null;
  /** What kind of data set. */
  readonly format: DatasetKind | null;
}

/**
 * Columns like those of `ls -l`: bytes, last change, day of deletion where there is one, name.
 */
export function listingText(entries: readonly IEntry[]): string {
  const rows = entries.map(entry => [
    entry.bytes === null ? (entry.format ?? '-') : String(entry.bytes),
    entry.updatedAt?.slice(0, 16).replace('T', ' ') ?? '-',
    entry.deletedOn === null ? '' : `until ${entry.deletedOn}`,
    printable(entry.name)
  ]);
  const widths = [0, 1, 2].map(column =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0)
  );
  return rows
    .map(row => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padStart(width) : cell.padEnd(width);
      });
      return `${cells.filter(cell => cell !== '').join('  ')}\n`;
    })
    .join('');
}
