import { nullTranslator } from '@jupyterlab/translation';
import { spawnSync } from 'node:child_process';
import type { TokenWish } from '../../../../../src/contract';
import { lastingLines } from '../../../../../src/lab/panels/server/access/lasting-text';
import { tokenLines } from '../../../../../src/lab/panels/server/access/token-text';
import { shapes } from '../../../../support/python-code/program-shapes';

const trans = nullTranslator.load('jupyterlab_leap');

const HOSTILE = [
  "it's",
  '$(touch /tmp/x)`id`',
  '"; rm -rf ~; "',
  '");import os;os.system("id")#',
  'a\nb\\',
  '-rf',
  'é\u202e😀',
  '%s {} !!'
];

interface ICase {
  /** What the lines are for. */
  readonly of: string;
  readonly lines: (name: string) => readonly { readonly code: string }[];
  /** What programs are called with last. */
  readonly words: (name: string) => readonly string[];
}

const BUCKET = 'leap-scratch';
const API = 'https://storage.googleapis.com';

const wish = (access: TokenWish['access'], name: string): TokenWish => ({
  bucket: BUCKET,
  prefix: `${name}/`,
  access
});

const CASES: readonly ICase[] = [
  {
    of: 'a token for reading',
    lines: name => tokenLines(wish('read', name), trans),
    words: name => [
      `gs://${BUCKET}/${name}/`,
      `:gcs:${BUCKET}/${name}/`,
      `${API}/storage/v1/b/${BUCKET}/o?fields=items(name,size)&prefix=${encodeURIComponent(`${name}/`)}`
    ]
  },
  {
    of: 'a token for writing',
    lines: name => tokenLines(wish('write', name), trans),
    words: name => [
      `gs://${BUCKET}/${name}/`,
      `:gcs:${BUCKET}/${name}/`,
      `${API}/upload/storage/v1/b/${BUCKET}/o?uploadType=media&name=${encodeURIComponent(`${name}/`)}FILE`
    ]
  },
  {
    of: 'lasting access',
    lines: name => lastingLines(`gs://${BUCKET}/${name}/`, trans),
    words: name => ['login', `leap:${BUCKET}/${name}/`]
  }
];

/** Programs that print the last word they were called with, and a zero byte. */
const PROGRAMS = [
  'last() { while [ $# -gt 1 ]; do shift; done; printf "%s\\0" "$1"; }',
  // Making a remote takes no name.
  'rclone() { [ "$1" = config ] || last "$@"; }',
  'gcloud() { last "$@"; }',
  'curl() { last "$@"; }'
].join('\n');

/** The last word of each call, as a shell reads these lines. */
function lastWords(code: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `${PROGRAMS}\n${code}`]);
  return stdout.toString().split('\0').slice(0, -1);
}

const isPython = (code: string): boolean => code.startsWith('import ');
/** Asks for the token in a terminal; no name is in it. */
const isQuestion = (code: string): boolean => code.startsWith('read ');

describe.each(CASES)('ready lines of $of', ({ lines, words }) => {
  it.each(HOSTILE)('B17 hand %j to a program as one word', name => {
    const shell = lines(name)
      .map(({ code }) => code)
      .filter(code => !isPython(code) && !isQuestion(code));

    expect(shell.flatMap(lastWords)).toEqual(words(name));
  });

  it('B17 are the same Python for every name, with the name in one string', () => {
    const python = (name: string): string[] =>
      lines(name).flatMap(({ code }) => (isPython(code) ? [code] : []));
    const [plain] = shapes(python('plain'));

    for (const [at, found] of shapes(HOSTILE.flatMap(python)).entries()) {
      expect(found.shape).toBe(plain?.shape);
      expect(found.strings).toContain(`${BUCKET}/${HOSTILE[at] ?? ''}/`);
    }
  });

  it('never hold a name where a token is asked for', () => {
    const asking = lines('plain').filter(({ code }) => isQuestion(code));

    expect(asking.some(({ code }) => code.includes('plain'))).toBe(false);
  });
});
