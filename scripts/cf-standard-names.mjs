// Makes src/service/catalog/cf/standard-names.json from the CF community's table, as an XML file:
//   node scripts/cf-standard-names.mjs cf-standard-name-table.xml "where the file came from"
// The wheel of compliance-checker holds a copy. Only the names are kept, 300 of the file's 4,500 kB.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(
  new URL('../src/service/catalog/cf/standard-names.json', import.meta.url)
);
const [file, origin] = process.argv.slice(2);
if (file === undefined || origin === undefined) {
  console.error('Usage: node scripts/cf-standard-names.mjs FILE ORIGIN');
  process.exit(2);
}
const xml = await readFile(file, 'utf8');
const one = pattern => pattern.exec(xml)?.[1] ?? '';
const names = [...xml.matchAll(/<entry id="([a-z0-9_]+)">/gi)].map(
  ([, name]) => name
);
const aliases = [
  ...xml.matchAll(
    /<alias id="([a-z0-9_]+)">\s*<entry_id>([a-z0-9_]+)<\/entry_id>/gi
  )
].map(([, alias, name]) => [alias, name]);
const table = {
  title: 'CF standard names',
  version: Number(one(/<version_number>(\d+)</)),
  published: one(/<last_modified>([^<]+)</),
  institution: one(/<institution>([^<]+)</),
  source: 'https://cfconventions.org/Data/cf-standard-names/',
  origin,
  names: names.sort().join(' '),
  aliases: Object.fromEntries(aliases.sort(([a], [b]) => (a < b ? -1 : 1)))
};
await writeFile(target, `${JSON.stringify(table, null, 2)}\n`);
console.log(`${names.length} names, ${aliases.length} aliases`);
