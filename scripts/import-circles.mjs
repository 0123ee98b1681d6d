// Says which files of src import each other in a circle, types included, and which folders beside each other do.
import madge from 'madge';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const types = { skipTypeImports: false };
const tree = await madge(`${root}src`, {
  fileExtensions: ['ts', 'tsx'],
  tsConfig: `${root}tsconfig.base.json`,
  detectiveOptions: { ts: types, tsx: types }
});

/** For each folder which of the folders in it import which: `service` → `home` → `buckets`. */
function neighbours(imports) {
  const found = new Map();
  for (const [file, imported] of Object.entries(imports)) {
    for (const other of imported) {
      const from = file.split('/').slice(0, -1);
      const to = other.split('/').slice(0, -1);
      const at = from.findIndex((name, depth) => name !== to[depth]);
      // One of the two lies in the other, or both in one.
      if (at === -1 || to[at] === undefined) {
        continue;
      }
      const folder = from.slice(0, at).join('/');
      const needs = found.get(folder) ?? new Map();
      found.set(folder, needs);
      needs.set(from[at], (needs.get(from[at]) ?? new Set()).add(to[at]));
    }
  }
  return found;
}

/** The shortest way from a folder back to itself; null: there is none. */
function circleFrom(start, needs) {
  const ways = [[start]];
  const seen = new Set();
  for (const way of ways) {
    for (const next of needs.get(way.at(-1)) ?? []) {
      if (next === start) {
        return [...way, start];
      }
      if (!seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  return null;
}

const circles = tree.circular().map(files => files.join(' → '));
for (const [folder, needs] of neighbours(tree.obj())) {
  const ways = [...needs.keys()].sort().map(name => circleFrom(name, needs));
  const told = new Set();
  for (const way of ways.filter(each => each !== null)) {
    const members = [...new Set(way)].sort().join(' ');
    if (!told.has(members)) {
      told.add(members);
      circles.push(`${folder}: ${way.join(' → ')}`);
    }
  }
}
for (const circle of circles) {
  console.error(`These need each other: ${circle}`);
}
process.exitCode = circles.length > 0 ? 1 : 0;
