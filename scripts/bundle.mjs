// Bundles the service and the `leap` command into one file, the count of the home and the readers of data into others,
// and writes what the Python side knows of the contract.
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}jupyterlab_leap/service`;
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
// The thread that unpacks chunks is a file of its own: its libraries are not in the memory of a service that is idle.
await build({
  entryPoints: {
    main: `${root}src/cli/main.ts`,
    leap: `${root}src/cli/leap.ts`,
    scan: `${root}src/service/home/scan/main.ts`,
    reader: `${root}src/service/contents/thread/main.ts`,
    hdf5: `${root}src/service/contents/thread/hdf5-main.ts`
  },
  outdir: out,
  outExtension: { '.js': '.cjs' },
  // Node unpacks zstd by itself, and LERC is not unpacked.
  alias: Object.fromEntries(
    ['numcodecs/zstd', 'zstddec/stream', 'zstddec', 'lerc'].map(name => [
      name,
      `${root}src/service/contents/zarr/no-codec.ts`
    ])
  ),
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minify: process.argv.includes('--minify'),
  legalComments: 'linked',
  loader: { '.json': 'json' },
  define: {
    // Asked for by a library whose code is in the file itself.
    'import.meta.url': '"file:///"',
    'process.env.LEAP_VERSION': JSON.stringify(version)
  },
  logLevel: 'warning'
});

async function load(entry) {
  const { outputFiles } = await build({
    entryPoints: [`${root}${entry}`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** A JSON Schema with its property names as Python writes them, and with "or null" in a form that errors can say. */
function inSnakeCase(schema) {
  if (Array.isArray(schema)) {
    return schema.map(inSnakeCase);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  if (schema.anyOf?.[1]?.type === 'null' && schema.anyOf[0].type) {
    const { anyOf, ...rest } = schema;
    return { ...rest, ...anyOf[0], type: [anyOf[0].type, 'null'] };
  }
  const rename = name => name.replace(/[A-Z]/g, at => `_${at.toLowerCase()}`);
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key === 'properties') {
      const named = Object.entries(value).map(([name, property]) => [
        rename(name),
        inSnakeCase(property)
      ]);
      return [key, Object.fromEntries(named)];
    }
    return [key, key === 'required' ? value.map(rename) : inSnakeCase(value)];
  });
  return Object.fromEntries(entries);
}

const contract = await load('src/contract/index.ts');
const { Settings } = await load('src/service/config.ts');
const settings = z.toJSONSchema(Settings, { io: 'input' });
const table = Object.entries(contract.routes).map(([name, route]) => [
  name,
  {
    method: route.method,
    resource: `${contract.API_NAMESPACE}:${route.resource}`,
    action: route.action
  }
]);
const errors = Object.keys(contract.errorStatus).map(code => {
  const { status, retryable } = new contract.LeapError(code, '');
  return [code, { status, retryable }];
});
const forPython = {
  version,
  namespace: contract.API_NAMESPACE,
  routes: Object.fromEntries(table),
  errors: Object.fromEntries(errors),
  refusals: contract.refusals,
  settings: inSnakeCase(settings)
};
await writeFile(
  `${out}/contract.json`,
  `${JSON.stringify(forPython, null, 2)}\n`
);
