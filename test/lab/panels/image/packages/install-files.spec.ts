import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import {
  INSTALL_FORMS,
  installFile,
  isInstallForm,
  type InstallForm
} from '../../../../../src/lab/panels/image/packages/install-files';
import { added, image, NO_IMAGE } from '../../../../support/image/answers';

const ADDED = added([
  'pip cmocean 4.1',
  'pip regionmask 0.13.0+local.1',
  'conda xgcm 0.9 0.8',
  'conda x264 1!164.3095'
]);

function file(form: InstallForm, of = ADDED, inImage = image()): string | null {
  return installFile(form, of, inImage);
}

/** What a Python program prints as JSON for a value that it gets as JSON. */
function python(program: string, input: unknown): unknown {
  return JSON.parse(
    execFileSync('python3', ['-I', '-c', `import sys, json\n${program}`], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 1 << 28
    })
  );
}

/** The instructions of a Dockerfile, each argument list split as its shell does. */
function instructions(text: string | null): unknown {
  return python(
    [
      'import shlex',
      'lines = [line.split(" ", 1) for line in json.load(sys.stdin).splitlines()]',
      'print(json.dumps([[kind, *shlex.split(rest)] for kind, rest in lines]))'
    ].join('\n'),
    text
  );
}

describe('installFile', () => {
  it('writes an environment.yml that a YAML parser reads', () => {
    const text = file('environment-yml');
    const read = python(
      'import yaml\nprint(json.dumps(yaml.safe_load(json.load(sys.stdin))))',
      text
    );

    expect(read).toEqual({
      channels: ['conda-forge'],
      dependencies: [
        'xgcm=0.9',
        'x264=1!164.3095',
        'pip',
        { pip: ['cmocean==4.1', 'regionmask==0.13.0+local.1'] }
      ]
    });
    expect(text).toMatch(
      /^# Packages added to pangeo\/pangeo-notebook:2026\.06\.04\n/
    );
  });

  it('writes a requirements.txt, in which conda’s packages are told and not asked for', () => {
    expect(file('requirements-txt')).toBe(
      [
        '# Packages added to pangeo/pangeo-notebook:2026.06.04',
        '# installed with conda: xgcm=0.9',
        '# installed with conda: x264=1!164.3095',
        'cmocean==4.1',
        'regionmask==0.13.0+local.1',
        ''
      ].join('\n')
    );
  });

  it('writes a Dockerfile on top of this image', () => {
    expect(instructions(file('dockerfile'))).toEqual([
      ['FROM', 'pangeo/pangeo-notebook:2026.06.04'],
      [
        'RUN',
        'conda',
        'install',
        '--yes',
        '--channel',
        'conda-forge',
        '--prefix',
        '${NB_PYTHON_PREFIX:-/opt/conda}',
        'xgcm=0.9',
        'x264=1!164.3095'
      ],
      [
        'RUN',
        'python',
        '-m',
        'pip',
        'install',
        '--no-cache-dir',
        'cmocean==4.1',
        'regionmask==0.13.0+local.1'
      ]
    ]);
  });

  it('writes the commands for the next start', () => {
    expect(file('install-again', added(['pip cmocean 4.1']))).toBe(
      'python -m pip install --no-cache-dir cmocean==4.1\n'
    );
  });

  it('writes no Dockerfile for an image that has no name, and nothing for nothing', () => {
    expect(file('dockerfile', ADDED, NO_IMAGE)).toBeNull();
    expect(file('environment-yml', ADDED, NO_IMAGE)).toMatch(
      /^# Packages added to this image\n/
    );
    for (const form of INSTALL_FORMS) {
      expect(file(form, added())).toBeNull();
    }
  });

  it('B50 begins no line with what stands in a spec that could not be read', () => {
    const odd = image({ spec: 'o/i\nRUN x', reference: null });

    expect(file('environment-yml', ADDED, odd)).not.toContain('RUN');
    expect(file('dockerfile', ADDED, odd)).toBeNull();
  });

  it('lets no hostile name out of its place: 10,000 random names', () => {
    const hostile = [
      ...fc.sample(fc.string({ unit: 'binary', maxLength: 12 }), {
        numRuns: 5000,
        seed: 6
      }),
      ...fc.sample(
        fc.string({
          unit: fc.constantFrom(
            ...Array.from('ab1-_.!+* \n\r"\'`$();&|<>\\#:=')
          ),
          maxLength: 8
        }),
        { numRuns: 5000, seed: 6 }
      )
    ];
    const all = added();
    all.packages = hostile.flatMap(name => [
      { name, version: '1', source: 'pip', before: null },
      { name: 'good', version: name, source: 'conda', before: null }
    ]);
    const plain = /^[\w.!+*=-]+$/;

    const environment = python(
      'import yaml\nprint(json.dumps(yaml.safe_load(json.load(sys.stdin))))',
      file('environment-yml', all)
    ) as { dependencies: (string | { pip: string[] })[] };
    const specs = environment.dependencies.flatMap(each =>
      typeof each === 'string' ? [each] : each.pip
    );
    expect(specs.length).toBeGreaterThan(100);
    expect(specs.filter(spec => !plain.test(spec))).toEqual([]);

    const lines = (file('requirements-txt', all) ?? '')
      .split('\n')
      .slice(1, -1);
    expect(
      lines.filter(
        line => !/^(# installed with conda: )?[\w.!+*=-]+$/.test(line)
      )
    ).toEqual([]);

    const docker = instructions(file('dockerfile', all)) as string[][];
    expect(docker.map(([kind]) => kind)).toEqual(['FROM', 'RUN', 'RUN']);
    const args = docker
      .slice(1)
      .flatMap(line => line.filter(arg => arg.includes('=')));
    expect(args.filter(arg => !plain.test(arg))).toEqual([]);
    expect(args).toHaveLength(specs.length - 1);
  });
});

describe('isInstallForm', () => {
  it('knows the forms and nothing else', () => {
    expect(INSTALL_FORMS.every(isInstallForm)).toBe(true);
    expect(['x', '', null, 1, '__proto__'].some(isInstallForm)).toBe(false);
  });
});
