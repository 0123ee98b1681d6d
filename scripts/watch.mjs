// Rebuilds what changed: the compiler watches by itself, and each of its rounds is bundled anew.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const compiler = spawn(
  'npx',
  [
    'tsc',
    '-b',
    'src/lab',
    'src/cli',
    'src/service',
    '--watch',
    '--preserveWatchOutput'
  ],
  {
    stdio: ['inherit', 'pipe', 'inherit']
  }
);
for await (const line of createInterface({ input: compiler.stdout })) {
  console.log(line);
  if (/Found 0 errors/.test(line)) {
    spawnSync('node', ['scripts/build-service.mjs'], { stdio: 'inherit' });
    spawnSync('jupyter-builder', ['build', '--development', 'True', '.'], {
      stdio: 'inherit'
    });
    console.log(
      'Built. Reload the page; restart JupyterLab for changes of the service.'
    );
  }
}
