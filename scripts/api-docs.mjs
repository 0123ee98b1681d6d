// Writes docs/api.md and docs/api.schema.json from the contract; with --check only says whether they are fresh.
import { keepFresh } from './generated.mjs';
import { loadModule } from './load-module.mjs';

const { routes, errorStatus, API_NAMESPACE, toJSONSchema } = await loadModule(`
  export * from './src/contract';
  export { toJSONSchema } from 'zod/mini';
`);

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
const isFresh = await keepFresh({
  'docs/api.md': markdown,
  'docs/api.schema.json': `${JSON.stringify(schemas, null, 2)}\n`
});
process.exitCode = isFresh ? 0 : 1;
