import { loadModule } from './load-module.mjs';

/**
 * What the Python side knows of the contract: routes with their resources, the statuses of errors, the rules of `c.Leap`.
 *
 * @returns The text of `contract.json`.
 */
export async function contractJson(version) {
  const contract = await loadModule(`
    export * from './src/contract';
    export { Settings } from './src/service/config';
    export { toJSONSchema } from 'zod/mini';
  `);
  const { API_NAMESPACE: namespace, LeapError, Settings } = contract;
  const routes = Object.entries(contract.routes).map(
    ([name, { method, resource, action }]) => [
      name,
      { method, resource: `${namespace}:${resource}`, action }
    ]
  );
  const errors = Object.keys(contract.errorStatus).map(code => {
    const { status, retryable } = new LeapError(code, '');
    return [code, { status, retryable }];
  });
  const forPython = {
    version,
    namespace,
    routes: Object.fromEntries(routes),
    errors: Object.fromEntries(errors),
    refusals: contract.refusals,
    settings: inSnakeCase(contract.toJSONSchema(Settings, { io: 'input' }))
  };
  return `${JSON.stringify(forPython, null, 2)}\n`;
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
