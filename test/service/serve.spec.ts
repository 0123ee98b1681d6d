import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { leapBundle } from '../support/service/leap-bundle';
import { leapConfig } from '../support/service/leap-config';

describe('The service', () => {
  let folder: string;
  let service: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leap-serve-'));
  });

  afterEach(() => {
    service?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('B62 ends with a word where something has the place of its socket, and leaves that alone', async () => {
    const socket = join(folder, 's');
    writeFileSync(socket, 'precious');
    const main = join(dirname(leapBundle()), 'main.cjs');
    const started = spawn(process.execPath, [main, 'serve'], {
      stdio: ['pipe', 'pipe', 'ignore']
    });
    service = started;
    let said = '';
    started.stdout.on('data', (text: Buffer) => (said += text.toString()));
    const start = { socket, secret: '0'.repeat(64), config: leapConfig() };

    // It stays open: nobody has to tell it to end.
    started.stdin.write(`${JSON.stringify(start)}\n`);
    const [status] = (await once(started, 'close')) as [number];

    expect(status).toBe(1);
    expect(JSON.parse(said)).toEqual({
      ready: false,
      message: 'The service could not start.'
    });
    expect(readFileSync(socket, 'utf8')).toBe('precious');
  });
});
