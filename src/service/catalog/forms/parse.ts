import { isScalar, parseDocument, visit, type Document } from 'yaml';
import { LeapError } from '../../../contract';

/** A YAML catalog written by people has a few; a bomb has millions. */
const MAX_ALIASES = 100;

/** YAML is read slowly, all of this in seconds in which nothing else is answered, and nobody writes more of it by hand. */
const MAX_YAML_CHARACTERS = 1 << 20;

/** Deeper nesting is no catalog, and would exhaust the parser. */
const MAX_DEPTH = 64;

/**
 * The value of a JSON or YAML text. YAML 1.2 without tags of its own: nothing in it is run.
 *
 * @throws LeapError `bad-upstream` that says in a sentence what is wrong.
 */
export function parseCatalogText(text: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (reason) {
      throw new LeapError(
        'bad-upstream',
        'The catalog is not valid JSON: it may be cut off.',
        { cause: reason }
      );
    }
  }
  if (/^\s*</.test(text.slice(0, 1000))) {
    throw new LeapError(
      'bad-upstream',
      'The address of the catalog answers with a web page instead of JSON.'
    );
  }
  if (text.trim() === '') {
    throw new LeapError(
      'bad-upstream',
      'The catalog is not valid JSON: it may be cut off.'
    );
  }
  return parseYaml(text);
}

function parseYaml(text: string): unknown {
  if (text.length > MAX_YAML_CHARACTERS) {
    throw new LeapError(
      'too-large',
      'The catalog is YAML of more than 1 MiB, so it was not read.'
    );
  }
  const depth = (text.match(/^[ ]*(?:- )*/gm) ?? []).reduce(
    (most, { length }) => Math.max(most, length),
    0
  );
  const open = (text.match(/[[{]/g) ?? []).length;
  if (depth > MAX_DEPTH * 4 || open > 100_000 || /[[{]{64}/.test(text)) {
    throw new LeapError('bad-upstream', 'The catalog is nested too deeply.');
  }
  const document = parseDocument(text, {
    schema: 'core',
    // The parser compares every key with every other one.
    uniqueKeys: false
  });
  const [damage] = document.errors;
  try {
    if (damage) {
      throw damage;
    }
    checkKeys(document);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return value;
  } catch (reason) {
    throw new LeapError(
      'bad-upstream',
      'The catalog is neither JSON nor YAML that can be read.',
      { cause: reason }
    );
  }
}

/** Two keys of one name: the file is damaged, and which one counts nobody knows. */
function checkKeys(document: Document): void {
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => (isScalar(key) ? key.value : key));
      if (new Set(keys).size < keys.length) {
        throw new Error('A key is given twice.');
      }
    }
  });
}
