import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Faults, IFaultOptions } from './faults';

/**
 * Lets another process choose the faults of an emulator: a list of them that is PUT here takes the place of those before.
 *
 * Not beside the emulated service, whose every address means something.
 */
export async function openFaultDesk(
  faults: Pick<Faults, 'add' | 'clear'>
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    void json(request).then(
      wanted => {
        faults.clear();
        for (const fault of wanted as readonly IFaultOptions[]) {
          faults.add(fault);
        }
        response.writeHead(204).end();
      },
      (reason: unknown) => {
        response.writeHead(400).end(String(reason));
      }
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The desk for faults has no address.');
  }
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    }
  };
}
