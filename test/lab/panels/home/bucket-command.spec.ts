import { execFileSync } from 'node:child_process';
import { bucketCommand } from '../../../../src/lab/panels/home/bucket-command';
import { shellWord } from '../../../../src/lab/shell-word';

const BUCKET = 'gs://leap-persistent/octocat/';

/** The words that Python's own shell lexer sees. */
function split(command: string): unknown {
  const program =
    'import json,shlex,sys;print(json.dumps(shlex.split(sys.argv[1])))';
  return JSON.parse(
    execFileSync('python3', ['-c', program, command], { encoding: 'utf8' })
  ) as unknown;
}

describe('The command that copies to a bucket', () => {
  it('is plain where nothing needs quoting', () => {
    expect(bucketCommand('runs/ocean.zarr', BUCKET)).toBe(
      'gcloud storage cp -r ~/runs/ocean.zarr gs://leap-persistent/octocat/'
    );
  });

  it.each([
    'my data/old run.nc',
    '-r',
    '$(rm -rf ~)',
    '`id`',
    "it's",
    'a;b|c&d>e<f',
    '"double"',
    '!history',
    '#no comment',
    '~root',
    '{a,b}',
    'back\\slash',
    'Straße/数据/🌊.nc'
  ])('B38 keeps %j one path of the home', path => {
    expect(split(bucketCommand(path, BUCKET))).toEqual([
      'gcloud',
      'storage',
      'cp',
      '-r',
      `~/${path}`,
      BUCKET
    ]);
  });

  it('B38 hands gcloud, run by bash, that one file and runs nothing else', () => {
    const name = `it's $(touch PWNED) \`id\` "q"\n\u001b[2J;!x -rf`;
    const script = `gcloud() { printf '%s\\0' "$@"; }; ${bucketCommand(name, BUCKET)}`;

    const words = execFileSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, HOME: '/home/jovyan' }
    });

    expect(words.split('\0')).toEqual([
      ...['storage', 'cp', '-r', `/home/jovyan/${name.replace('[', '[[]')}`],
      BUCKET,
      ''
    ]);
  });

  it('keeps gcloud from reading wildcards in a name', () => {
    expect(split(bucketCommand('run[1]*?.nc', BUCKET))).toContain(
      '~/run[[]1][*][?].nc'
    );
  });

  it.each([
    ['two\nlines', Buffer.from('two\nlines')],
    ['\u0003\u001b[A\r', Buffer.from('\u0003\u001b[A\r')],
    ["it's\u202egpj.exe\\n", Buffer.from("it's\u202egpj.exe\\n")],
    ['caf\udce9', Buffer.from('caf\xe9', 'latin1')],
    ['\u00e9\udc80\u{1f30a}', Buffer.from('c3a980f09f8c8a', 'hex')]
  ])(
    'B38 writes %j so that bash has its very bytes and a terminal no keys',
    (name, bytes) => {
      const word = shellWord(name);

      expect(word).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(
        execFileSync('bash', ['-c', `printf %s ${word}`]).equals(bytes)
      ).toBe(true);
    }
  );
});
