// Makes `jupyterlab_leap/service` anew: what runs in Node, the compiled part of the count, and what the Python side knows of
// the contract. With --minify as it is released.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { contractJson } from './contract-json.mjs';
import { compileNative } from './native.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}jupyterlab_leap/service`;
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await bundle(out, version, process.argv.includes('--minify'));
await writeFile(`${out}/contract.json`, await contractJson(version));
compileNative(out);
