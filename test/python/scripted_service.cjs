// Speaks the start protocol of the real service; what it then does stands in the query's `act`, and what happens at
// its start in the file `behaviour` beside it. Every request is noted in `journal`, also beside it.
const { createHash } = require('node:crypto');
const { appendFileSync, existsSync, readFileSync, rmSync } = require('node:fs');
const { createServer } = require('node:http');
const { dirname, join } = require('node:path');
const { createInterface } = require('node:readline');

const beside = name => join(__dirname, name);
const behaviour = existsSync(beside('behaviour'))
  ? readFileSync(beside('behaviour'), 'utf8').trim()
  : 'normal';
const { version } = JSON.parse(readFileSync(beside('contract.json'), 'utf8'));
const note = entry =>
  appendFileSync(beside('journal'), `${JSON.stringify(entry)}\n`);
const say = value => process.stdout.write(`${JSON.stringify(value)}\n`);

const line = index => `${JSON.stringify({ item: { index } })}\n`;
const acts = {
  echo: (request, response, url) => {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify({
          method: request.method,
          url: request.url,
          body: Buffer.concat(chunks).toString(),
          requestId: request.headers['x-request-id']
        })
      );
    });
  },
  text: (request, response) => {
    response.setHeader('Content-Type', 'text/plain; charset=latin1');
    response.end(Buffer.from([0xe9]));
  },
  missing: (request, response) => {
    response.writeHead(404, { 'Content-Type': 'application/json' });
    response.end('{"code":"not-found"}');
  },
  hang: () => undefined,
  // The query's `text`, so many times, on standard output before the answer.
  say: (request, response, url) => {
    const { text, times } = Object.fromEntries(url.searchParams);
    process.stdout.write(`${text.repeat(Number(times))}\n`, () =>
      acts.echo(request, response)
    );
  },
  stream: (request, response) => {
    response.setHeader('Content-Type', 'application/x-ndjson');
    let index = 0;
    const timer = setInterval(() => response.write(line(index++)), 5);
    response.on('close', () => clearInterval(timer));
  },
  flood: (request, response) => {
    response.setHeader('Content-Type', 'application/x-ndjson');
    const chunk = Buffer.alloc(1 << 16, 0x20);
    let bytes = 0;
    const more = () => {
      do {
        bytes += chunk.length;
      } while (bytes < 1 << 28 && response.write(chunk));
    };
    response.on('drain', more);
    response.on('close', () => note({ flooded: bytes }));
    more();
  },
  die: (request, response) => {
    response.setHeader('Content-Type', 'application/x-ndjson');
    response.write(line(0), () => process.kill(process.pid, 'SIGKILL'));
  },
  vanish: () => process.kill(process.pid, 'SIGKILL')
};

function serve(start) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://service');
    const act = url.searchParams.get('act') ?? 'echo';
    note({ act, route: url.pathname, pid: process.pid });
    if (request.headers['x-leap-secret'] !== start.secret) {
      response.writeHead(403).end();
      return;
    }
    response.on('close', () =>
      note({ act, closed: true, complete: response.writableFinished })
    );
    acts[act](request, response, url);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(start.socket, () =>
    say({
      ready: true,
      version: behaviour === 'other-version' ? '99.0.0' : version
    })
  );
}

const input = createInterface({ input: process.stdin });
input.once('line', text => {
  const start = JSON.parse(text);
  const secret = createHash('sha256').update(start.secret).digest('hex');
  note({ started: process.pid, behaviour, secret });
  input.once('close', () => {
    rmSync(dirname(start.socket), { recursive: true, force: true });
    process.exit(0);
  });
  if (behaviour === 'crash') {
    process.exit(3);
  } else if (behaviour === 'refuse') {
    say({ ready: false, message: 'The disk is on fire.' });
    process.exitCode = 1;
    process.stdin.destroy();
  } else if (behaviour === 'babble') {
    process.stdout.write('Hello!\n');
  } else if (behaviour !== 'silent') {
    serve(start);
  }
});
