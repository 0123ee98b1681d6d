// Jest transform: TypeScript and modern modules to CommonJS by esbuild, 50 times faster than tsc.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const loaders = { ts: 'ts', tsx: 'tsx', js: 'js', mjs: 'js', svg: 'text' };

module.exports = {
  process(source, path) {
    return transformSync(source, {
      loader: loaders[path.split('.').pop()],
      format: 'cjs',
      target: 'node22',
      jsx: 'automatic',
      // Jest runs what is required; a section's body is loaded by `import()`.
      supported: { 'dynamic-import': false },
      sourcemap: 'inline',
      sourcefile: path
    });
  },
  getCacheKey: (source, path) =>
    createHash('sha1')
      .update(`${version}\0require\0${path}\0${source}`)
      .digest('hex')
};
