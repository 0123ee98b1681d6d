import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** A command that counts a directory, by the name it is shown under. */
export interface ITool {
  readonly name: string;
  readonly command: readonly string[];
}

interface IPeer extends ITool {
  /** The crate that installs the program; null: Debian's package of the same name. */
  readonly crate: string | null;
  /** Only where a call costs a round trip: more threads than anybody wants on a local disk. */
  readonly isForSlowCalls?: boolean;
}

const FOLDER = resolve('build/peers');

/** Other tools for the same task, as they come, and with as many threads as they may want. */
const PEERS: readonly IPeer[] = [
  { name: 'dua', crate: 'dua-cli', command: ['dua', 'aggregate'] },
  {
    name: 'dua, 64 threads',
    crate: 'dua-cli',
    command: ['dua', '--threads', '64', 'aggregate'],
    isForSlowCalls: true
  },
  {
    name: 'pdu',
    crate: 'parallel-disk-usage',
    command: ['pdu', '--quantity=block-size', '--max-depth=1']
  },
  {
    name: 'pdu, 64 threads',
    crate: 'parallel-disk-usage',
    command: ['pdu', '--quantity=block-size', '--max-depth=1', '--threads=64'],
    isForSlowCalls: true
  },
  { name: 'diskus', crate: 'diskus', command: ['diskus'] },
  {
    name: 'diskus, 64 threads',
    crate: 'diskus',
    command: ['diskus', '--threads', '64'],
    isForSlowCalls: true
  },
  {
    name: 'gdu',
    crate: null,
    command: ['gdu', '--non-interactive', '--no-progress', '--summarize']
  }
];

/**
 * The other tools that this machine has or can install without any rights, below `build/`.
 *
 * What cannot be had is said and left out. LEAP_BENCH_INSTALL=0 installs nothing.
 */
export function findPeers({ slowCalls }: { slowCalls: boolean }): ITool[] {
  const found: ITool[] = [];
  for (const { name, crate, command, isForSlowCalls = false } of PEERS) {
    const [program = '', ...rest] = command;
    if (isForSlowCalls && !slowCalls) {
      continue;
    }
    const path = find(program) ?? install(program, crate);
    if (path === null) {
      console.log(`${name}: not here and not to be had, so not measured`);
    } else {
      found.push({ name, command: [path, ...rest] });
    }
  }
  return found;
}

function find(program: string): string | null {
  const folders = [
    join(FOLDER, 'bin'),
    join(FOLDER, 'usr', 'bin'),
    ...(process.env['PATH'] ?? '').split(delimiter)
  ];
  const folder = folders.find(one => existsSync(join(one, program)));
  return folder === undefined ? null : join(folder, program);
}

function install(program: string, crate: string | null): string | null {
  if (process.env['LEAP_BENCH_INSTALL'] === '0') {
    return null;
  }
  mkdirSync(FOLDER, { recursive: true });
  try {
    if (crate === null) {
      unpack(program);
    } else {
      execFileSync(
        'cargo',
        ['install', '--locked', '--quiet', '--root', FOLDER, crate].concat(
          // Its interface needs libraries of a terminal; its count does not.
          crate === 'dua-cli' ? ['--no-default-features'] : []
        ),
        { stdio: 'ignore' }
      );
    }
  } catch {
    // No cargo, no apt or no network.
  }
  return find(program);
}

/** Debian's package without installing it, which would need rights. */
function unpack(name: string): void {
  const options = { cwd: FOLDER, stdio: 'ignore' } as const;
  execFileSync('apt-get', ['download', name], options);
  const archive = readdirSync(FOLDER).find(
    file => file.startsWith(`${name}_`) && file.endsWith('.deb')
  );
  if (archive !== undefined) {
    execFileSync('dpkg-deb', ['-x', archive, '.'], options);
  }
}
