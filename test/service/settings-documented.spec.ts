import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '../../src/service/config';

/** What an operator may set, in the names that operators use. */
const SETTINGS = Object.keys(Settings.shape).map(inSnakeCase);

/** What holds where nothing is set: what a hub ships with, over what the service assumes. */
function defaults(): Record<string, unknown> {
  const { Leap: profile } = JSON.parse(
    read('jupyterlab_leap', 'profile.json')
  ) as { Leap: Record<string, unknown> };
  const assumed = Settings.parse({
    ...Object.fromEntries(
      Object.entries(profile).map(([name, value]) => [inCamelCase(name), value])
    ),
    buckets: [],
    homeDirectory: '/'
  });
  return {
    ...Object.fromEntries(
      Object.entries(assumed).map(([name, value]) => [inSnakeCase(name), value])
    ),
    ...profile
  };
}

/** The rows of the guide's tables of settings: each name with what its default says. */
function documented(): [name: string, said: string][] {
  const guide = read('docs', 'operators.md');
  const tables = guide.matchAll(/\n\| Field .*\n\|[- |]+\n((?:\|.*\n)+)/g);
  return [...tables].flatMap(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row): [string, string] => {
        const [, name = '', said = ''] = row
          .split('|')
          .map(cell => cell.trim());
        return [name.replaceAll('`', ''), said];
      })
  );
}

describe("The operators' guide", () => {
  it('explains every setting once, and none that there is not', () => {
    const names = documented().map(([name]) => name);

    expect(names.sort()).toEqual([...SETTINGS].sort());
  });

  it.each(documented().flatMap(([name, said]) => literal(name, said)))(
    'says the default of %s',
    (name, said) => {
      expect(said).toEqual(defaults()[name]);
    }
  );

  it('says the defaults of most', () => {
    const said = documented().flatMap(([name, text]) => literal(name, text));

    expect(said.length).toBeGreaterThan(20);
  });
});

/** A default that is written as Python writes it; others are told in words. */
function literal(name: string, said: string): [string, unknown][] {
  const [, text] = /^`(.*)`$/.exec(said) ?? [];
  const isLiteral =
    text !== undefined && /^(None|True|False|[\d_]+|".*"|\[\])$/.test(text);
  return isLiteral ? [[name, JSON.parse(asJson(text))]] : [];
}

function asJson(text: string): string {
  const words: Readonly<Record<string, string>> = {
    None: 'null',
    True: 'true',
    False: 'false'
  };
  return words[text] ?? (/^\d/.test(text) ? text.replaceAll('_', '') : text);
}

function read(...path: string[]): string {
  return readFileSync(join(process.cwd(), ...path), 'utf8');
}

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function inCamelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
