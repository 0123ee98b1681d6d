// Removes everything that a build makes, so that nothing stale is shipped.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = [
  'lib',
  'build',
  'dist',
  'jupyterlab_leap/labextension',
  'jupyterlab_leap/service'
];
await Promise.all(
  made.map(path => rm(root + path, { recursive: true, force: true }))
);
