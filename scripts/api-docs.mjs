// Writes docs/api.md and docs/api.schema.json from the contract; with --check only says whether they are fresh.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await build({
  stdin: {
    contents: `export * from './src/contract'; export { toJSONSchema } from 'zod/mini';`,
    resolveDir: root,
    loader: 'ts'
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false
});
const contract = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
const { routes, errorStatus, API_NAMESPACE, toJSONSchema } = contract;

/** A schema in one line of text, as a reader wants to see it. */
function sketch(schema) {
  if (schema.enum) return schema.enum.map(value => `"${value}"`).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map(sketch).join(' | ');
  if (schema.type === 'array') return `[${sketch(schema.items ?? {})}]`;
  if (schema.type === 'object') {
    const required = new Set(schema.required ?? []);
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, value]) =>
        `${name}${required.has(name) ? '' : '?'}: ${sketch(value)}`
    );
    return fields.length ? `{ ${fields.join(', ')} }` : '{}';
  }
  return schema.format ?? [schema.type ?? 'any'].flat().join(' | ');
}

const schemas = {};
const sections = [];
for (const [name, route] of Object.entries(routes)) {
  const query = toJSONSchema(route.query);
  const kind = route.file ? 'file' : route.item ? 'item' : 'reply';
  const answer = route.file
    ? {}
    : toJSONSchema(route.item ?? route.reply, { unrepresentable: 'any' });
  schemas[name] = {
    method: route.method,
    resource: `${API_NAMESPACE}:${route.resource}`,
    action: route.action,
    query,
    [kind]: answer
  };
  sections.push(
    `## ${route.method} ${name}`,
    '',
    `May be asked by who may **${route.action}** \`${API_NAMESPACE}:${route.resource}\`.`,
    '',
    `- Query: \`${sketch(query)}\``,
    route.file
      ? '- Answer: bytes, as an attachment that no browser shows.'
      : `- ${route.item ? 'Stream of' : 'Answer'}: \`${sketch(answer)}\``,
    ''
  );
}
const errors = Object.entries(errorStatus).map(
  ([code, status]) => `| \`${code}\` | ${status} |`
);
const markdown = [
  '# The routes',
  '',
  'Made from `src/contract` by `npm run docs`; a test fails when it is stale.',
  '',
  `All routes lie below \`<base_url>${API_NAMESPACE}/\`. Every request is authenticated, authorised and checked against`,
  'cross-site forgery, GETs included. A stream is NDJSON: lines `{"item": …}`, closed by `{"end": true}` or',
  '`{"error": {…}}`; an answer without such a last line was cut off.',
  '',
  ...sections,
  '## Failures',
  '',
  '`{code, message, retryable, requestId}` with the status of the code:',
  '',
  '| code | status |',
  '| --- | --- |',
  ...errors,
  ''
].join('\n');
const files = {
  'docs/api.md': markdown,
  'docs/api.schema.json': `${JSON.stringify(schemas, null, 2)}\n`
};

let stale = 0;
for (const [path, text] of Object.entries(files)) {
  if (process.argv.includes('--check')) {
    const now = await readFile(root + path, 'utf8').catch(() => '');
    if (now !== text) {
      console.error(`${path} is stale: run npm run docs`);
      stale += 1;
    }
  } else {
    await writeFile(root + path, text);
  }
}
process.exitCode = stale ? 1 : 0;
