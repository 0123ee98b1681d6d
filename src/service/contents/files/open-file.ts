import type { Contents } from '../../../contract';
import type { ISource } from '../source';
import { readImage } from './image';
import { kindOfFile } from './kind';
import { readNotebook } from './notebook';
import { readTable } from './delimited';
import { readText } from './text';
import type { IFile } from './file';

/** As much as tells what it is, and as much of a text as is shown. */
const FIRST_BYTES = 64 << 10;

/**
 * Read the beginning of an object; null when there is no such object.
 */
export async function openFile(
  name: string,
  source: ISource,
  signal: AbortSignal
): Promise<IFile | null> {
  const range = { offset: 0, length: FIRST_BYTES };
  const first = await source.readRange('', range, signal);
  return first && { name, source, first, isWhole: first.length < FIRST_BYTES };
}

/**
 * What is in a file that is no data set of arrays.
 */
export async function readFileContents(
  file: IFile,
  signal: AbortSignal
): Promise<Contents> {
  const kind = kindOfFile(file);
  switch (kind) {
    case 'image':
      return readImage(file, signal);
    case 'notebook':
      return readNotebook(file, signal);
    case 'delimited':
      return readTable(file);
    case 'text':
    case 'json':
      return readText(file, kind);
    case 'empty':
      return { kind: 'unknown', reason: 'The object is empty.' };
    case 'active':
      return {
        kind: 'unknown',
        reason:
          'Web pages and SVG pictures can hold programs, so they are not shown here. Download it, or open it as text.'
      };
    default:
      return {
        kind: 'unknown',
        reason: 'This kind of file is not looked into. Open it in a notebook.'
      };
  }
}
