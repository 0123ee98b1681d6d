import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a TypeScript module exports, with all that it imports; `code` is as if it stood in a file of the project's root. */
export async function loadModule(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false
  });
  const bundled = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${bundled}`);
}
