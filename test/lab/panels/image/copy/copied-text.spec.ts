import { execFileSync } from 'node:child_process';
import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import type {
  AddedPackages,
  ImageReference
} from '../../../../../src/contract';
import {
  imageCheckCell,
  SPEC_CELL
} from '../../../../../src/lab/panels/image/notebooks/cells';
import { copyForm } from '../../../../../src/lab/panels/image/copy/copy-forms';
import { installFile } from '../../../../../src/lab/panels/image/packages/install-files';
import { parseImageSpec } from '../../../../../src/service/image/reference';
import { added, image } from '../../../../support/image/answers';
import { shapes } from '../../../../support/python-code/program-shapes';

const HOSTILE = [
  'o/i:1\nRUN rm -rf /',
  'o/i:1 AS x',
  '--platform=x',
  '$(id)',
  '`id`',
  '${HOME}',
  '"; import os; os.system("x"); "',
  "'''",
  '\\',
  '{running_in}',
  '\u2028',
  '\u202e',
  '\ud800',
  '\u0000',
  '# escape=`',
  '<<EOF'
];

function word(characters: string, maxLength: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...Array.from(characters));
  return fc.string({ unit, minLength: 1, maxLength });
}

/** 10,000 texts that an environment may hold in place of an image's name. */
const SPECS = [
  ...HOSTILE,
  ...fc.sample(fc.string({ unit: 'binary', maxLength: 30 }), {
    numRuns: 3000,
    seed: 6
  }),
  ...fc.sample(
    fc.string({
      unit: fc.constantFrom(...Array.from('\\\'"`$(){}#\n\r\t -=:,<>@/ab1')),
      maxLength: 20
    }),
    { numRuns: 3000, seed: 6 }
  ),
  // All of these can be read.
  ...fc.sample(
    fc
      .tuple(word('abz09', 8), word('abz09', 8), word('aZ0_', 12))
      .map(([organisation, name, tag]) => `${organisation}/${name}:${tag}`),
    { numRuns: 4000, seed: 6 }
  )
];

function readReference(spec: string): ImageReference | null {
  try {
    return parseImageSpec(spec);
  } catch {
    return null;
  }
}

/** What the panel copies for a spec, as the service describes it. */
function copied(form: 'docker-run' | 'dockerfile-from', spec: string) {
  const reference = readReference(spec);
  return copyForm(form, { image: image({ spec, reference }), packages: [] });
}

/** What a Python program prints as JSON for a value that it gets as JSON. */
function python(args: readonly string[], input: unknown): unknown {
  return JSON.parse(
    execFileSync('python3', args, {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 1 << 28
    })
  );
}

/** The instructions of a Dockerfile, each with what follows it. */
function instructions(dockerfile: string): [string, string][] {
  return DockerfileParser.parse(dockerfile)
    .getInstructions()
    .map(each => [each.getKeyword(), each.getRawArgumentsContent() ?? '']);
}

describe('Copied text of 10,000 names', () => {
  const readable = SPECS.filter(spec => readReference(spec) !== null);

  it('is tried on names of both kinds', () => {
    expect(readable.length).toBeGreaterThan(1000);
    expect(SPECS.length - readable.length).toBeGreaterThan(5000);
  });

  it('B50 is one FROM instruction to a Dockerfile parser, or nothing', () => {
    for (const spec of SPECS) {
      const line = copied('dockerfile-from', spec);
      if (readReference(spec) === null) {
        expect(line).toBeNull();
      } else {
        expect(instructions(line ?? '')).toEqual([['FROM', spec]]);
      }
    }
  });

  it('B50 is the same words to a shell, whatever the name', () => {
    const words = python(
      [
        '-I',
        '-c',
        'import json, shlex, sys\nprint(json.dumps([shlex.split(line) for line in json.load(sys.stdin)]))'
      ],
      readable.map(spec => copied('docker-run', spec))
    );
    const [head, tail] = [
      ['docker', 'run', '--rm', '-it', '-p', '8888:8888'],
      ['jupyter', 'lab', '--ip', '0.0.0.0']
    ];

    expect(words).toEqual(readable.map(spec => [...head, spec, ...tail]));
  });

  it('B50 is the same program to Python, the name one string in it', () => {
    const specs = SPECS.filter(spec => !/[\ud800-\udfff]/.test(spec));
    const [usual, ...others] = shapes(['o/i:1', ...specs].map(imageCheckCell));

    expect(new Set(others.map(({ shape }) => shape))).toEqual(
      new Set([usual?.shape])
    );
    expect(
      others.filter(
        ({ strings }, index) => !strings.includes(specs[index] ?? '')
      )
    ).toEqual([]);
  });

  it('keeps the hub’s own two lines as they are', () => {
    expect(SPEC_CELL.split('\n')).toEqual([
      'import os',
      'print(os.environ["JUPYTER_IMAGE_SPEC"])'
    ]);
  });

  it('B50 is a Dockerfile of three instructions, whatever was installed', () => {
    const all: AddedPackages = added();
    all.packages = SPECS.flatMap(name => [
      { name, version: '1', source: 'pip' as const, before: null },
      { name: 'good', version: name, source: 'conda' as const, before: null }
    ]);

    const found = instructions(installFile('dockerfile', all, image()) ?? '');

    expect(found.map(([keyword]) => keyword)).toEqual(['FROM', 'RUN', 'RUN']);
    for (const [, args] of found) {
      expect(args).not.toMatch(/[\n`;|<>()]/);
    }
  });
});
