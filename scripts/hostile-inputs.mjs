// docs/hostile-inputs.md: every hostile input by its id, and the tests that throw it. `--check` fails when the page is
// stale or an id is in no test's name.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { keepFresh } from './generated.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = JSON.parse(
  await readFile(`${root}scripts/hostile-inputs.json`, 'utf8')
);

/** Names of tests, and of the lists that name them: words in quotes, and Python's functions. */
const NAME = /'[^'\n]*'|`[^`\n]*`|"[^"\n]*"|def test_\w+/g;

const found = new Map(Object.keys(inputs).map(id => [id, new Set()]));
const files = globSync('test/**/{*.spec.ts,*.spec.tsx,test_*.py}', {
  cwd: root
}).sort();
for (const file of files) {
  const names = (await readFile(root + file, 'utf8')).match(NAME) ?? [];
  for (const [id] of names.join('\n').matchAll(/B\d\d(?!\d)/g)) {
    found.get(id)?.add(file);
  }
}

const untested = [...found].filter(([, where]) => where.size === 0);
for (const [id] of untested) {
  console.error(`${id} (${inputs[id]}) is in no test's name`);
}

const cell = text => text.replaceAll('|', '\\|');
const text = [
  '# Hostile inputs',
  '',
  'What comes from outside and is not meant well, or not meant for us. Every line has tests that carry its id in their',
  'name. Made by `npm run docs`; a check fails when an id has no test.',
  '',
  '| Id | What | Tests |',
  '| --- | --- | --- |',
  ...[...found].map(
    ([id, where]) =>
      `| ${id} | ${cell(inputs[id])} | ${[...where].map(file => `\`${file}\``).join('<br>')} |`
  ),
  ''
].join('\n');

const isFresh = await keepFresh({ 'docs/hostile-inputs.md': text });
process.exitCode = isFresh && untested.length === 0 ? 0 : 1;
