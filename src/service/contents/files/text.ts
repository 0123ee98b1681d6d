import type { TextContents } from '../../../contract';
import { parseJson } from '../json';
import type { IFile } from './file';

/** A few screens in a sidebar. */
const MAX_CHARACTERS = 20_000;

const NAMES: Readonly<Record<string, string>> = {
  md: 'Markdown',
  py: 'Python',
  yaml: 'YAML',
  yml: 'YAML',
  toml: 'TOML',
  log: 'Log',
  json: 'JSON',
  geojson: 'GeoJSON'
};

/**
 * The beginning of a text; JSON is indented when all of it is there.
 */
export function readText(
  { name, first, isWhole }: IFile,
  kind: 'text' | 'json'
): TextContents {
  const text = decoded(first, isWhole);
  const pretty = kind === 'json' && isWhole ? indented(text) : null;
  const shown = (pretty ?? text).slice(0, MAX_CHARACTERS).toWellFormed();
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const isCut = !isWhole || (pretty ?? text).length > MAX_CHARACTERS;
  return {
    kind: 'text',
    format: Object.hasOwn(NAMES, ending)
      ? (NAMES[ending] ?? 'Text')
      : kind === 'json'
        ? 'JSON'
        : 'Text',
    text: shown,
    isCut,
    notes:
      kind === 'json' && isWhole && pretty === null
        ? ['It looks like JSON and is not: it is shown as it stands.']
        : []
  };
}

/**
 * Bytes as text, without half a character at the end.
 */
export function decoded(bytes: Uint8Array, isWhole: boolean): string {
  return new TextDecoder().decode(bytes, { stream: !isWhole });
}

function indented(text: string): string | null {
  const value = parseJson(text);
  try {
    return value === undefined ? null : JSON.stringify(value, null, 2);
  } catch {
    // Nested too deeply to be written out.
    return null;
  }
}
