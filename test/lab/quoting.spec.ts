import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { bibtexText } from '../../src/lab/panels/image/copy/quoting';
import { pythonString } from '../../src/contract';
import { posixWord } from '../../src/lab/shell-word';
import { yamlString } from '../../src/lab/yaml-string';

/** Names that have broken quoting somewhere, and 10,000 at random. */
const HOSTILE = [
  '',
  '-rf',
  '--privileged',
  "'; rm -rf ~; '",
  '"; import os; os.system("x")',
  '$(touch /tmp/x)',
  '`id`',
  '${HOME}',
  '%s',
  '\\',
  '\\ud800',
  "\\'",
  'a\nb',
  'a\r\nRUN x',
  '\u0000',
  '\u0085\u2028\u2029',
  '\u202e',
  '\ufe0f',
  '😀',
  '!!python/object/apply:os.system ["x"]',
  '*alias',
  '&anchor',
  '- item',
  'key: value # comment',
  'null',
  '1e3',
  '2026-06-04',
  '{{7*7}}',
  '</script>'
];
const NAMES = [
  ...HOSTILE,
  ...fc.sample(fc.string({ unit: 'binary', maxLength: 30 }), {
    numRuns: 9000,
    seed: 6
  }),
  ...fc.sample(
    fc.string({
      unit: fc.constantFrom(
        ...Array.from('\\\'"`$(){}!;&|<>#\n\r\t -=:,*?~%@ab')
      ),
      maxLength: 20
    }),
    { numRuns: 1000, seed: 6 }
  )
];

/** What a Python program prints as JSON for texts that it gets as JSON. */
function python(program: string, input: unknown): unknown {
  return JSON.parse(
    execFileSync('python3', ['-I', '-c', `import sys, json\n${program}`], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 1 << 28
    })
  );
}

describe('quoting of 10,000 hostile names', () => {
  it('is one string literal to Python’s own parser', () => {
    const read = python(
      [
        'import ast',
        'out = []',
        'for text in json.load(sys.stdin):',
        '    tree = ast.parse("x = " + text)',
        '    assert len(tree.body) == 1 and isinstance(tree.body[0].value, ast.Constant)',
        '    out.append(tree.body[0].value.value)',
        'print(json.dumps(out))'
      ].join('\n'),
      NAMES.map(pythonString)
    );

    expect(read).toEqual(NAMES);
  });

  it('shows nothing that hides or turns round', () => {
    expect(pythonString('a\u202eb\u200bc\u00a0d\u{e0041}e\ufe0fé海')).toBe(
      '"a\\U0000202eb\\U0000200bc\\U000000a0d\\U000e0041e\\U0000fe0fé海"'
    );
  });

  it('is one word to a shell', () => {
    const words = NAMES.filter(name => !name.includes('\u0000'));
    const read = python(
      'import shlex\nprint(json.dumps([shlex.split("x " + word) for word in json.load(sys.stdin)]))',
      words.map(posixWord)
    );

    expect(read).toEqual(words.map(word => ['x', word]));
  });

  it('is one string to a YAML parser', () => {
    const read = python(
      'import yaml\nprint(json.dumps(yaml.safe_load("[" + ", ".join(json.load(sys.stdin)) + "]")))',
      NAMES.map(yamlString)
    );

    expect(read).toEqual(NAMES.map(name => name.replace(/\p{Cs}/gu, '\ufffd')));
  });

  it('opens and closes no group of BibTeX', () => {
    for (const name of NAMES) {
      const text = bibtexText(name).replace(
        /\\text(?:backslash|asciitilde|asciicircum)\{\}/g,
        ''
      );
      expect(text.replace(/\\[{}%$#&_]/g, '')).not.toMatch(/[\\{}%$#&_~^]/);
    }
  });
});
