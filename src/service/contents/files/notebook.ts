import type { NotebookContents } from '../../../contract';
import { field, isObject, parseObject, textOf } from '../json';
import type { IFile } from './file';

/** Pictures in the outputs make notebooks large. */
const MAX_BYTES = 16 << 20;
const MAX_CELLS = 40;
const MAX_SOURCE = 2000;

/**
 * The cells of a notebook as text. Outputs are counted and not shown: they may be anything.
 *
 * @throws LeapError `bad-upstream` when it is no notebook, `too-large`.
 */
export async function readNotebook(
  { source, first, isWhole }: IFile,
  signal: AbortSignal
): Promise<NotebookContents> {
  const bytes = isWhole ? first : await source.read('', MAX_BYTES, signal);
  const document = parseObject(bytes ?? first, 'The notebook');
  const listed = field(document, 'cells');
  const cells = (Array.isArray(listed) ? (listed as unknown[]) : []).filter(
    isObject
  );
  const metadata = field(document, 'metadata');
  const language =
    textOf(field(field(metadata, 'language_info'), 'name')) ??
    textOf(field(field(metadata, 'kernelspec'), 'display_name'));
  return {
    kind: 'notebook',
    format: 'Notebook',
    language: language?.slice(0, 60) ?? null,
    cells: cells.slice(0, MAX_CELLS).map(cell => {
      const outputs = field(cell, 'outputs');
      return {
        type: typeOf(field(cell, 'cell_type')),
        source: sourceOf(field(cell, 'source')),
        outputCount: Array.isArray(outputs) ? outputs.length : 0
      };
    }),
    cellCount: cells.length,
    notes: []
  };
}

function typeOf(value: unknown): 'code' | 'markdown' | 'raw' {
  return value === 'code' || value === 'markdown' ? value : 'raw';
}

/** Text, or lines of it. */
function sourceOf(value: unknown): string {
  const text = Array.isArray(value)
    ? value.filter(line => typeof line === 'string').join('')
    : (textOf(value) ?? '');
  return text.length > MAX_SOURCE
    ? `${text.slice(0, MAX_SOURCE - 1).toWellFormed()}…`
    : text.toWellFormed();
}
