import { words } from '../words';
import table from './standard-names.json';

const current = new Set(table.names.split(' '));
const aliases = new Map<string, string>(Object.entries(table.aliases));

/**
 * Today's form of a CF standard name, also of one that was renamed; null when there is no such name.
 *
 * A modifier behind the name ("air_temperature standard_error") is no part of it.
 */
export function standardName(text: string): string | null {
  const [name = ''] = text.trim().toLowerCase().split(/\s+/);
  if (current.has(name)) {
    return name;
  }
  return aliases.get(name) ?? null;
}

/**
 * Every word of the table: none of them is a spelling mistake.
 */
export function standardNameWords(): string[] {
  // A text of that many words would be cut.
  const parts = new Set(table.names.split(/[ _]/));
  return [...parts].flatMap(part => words(part));
}
