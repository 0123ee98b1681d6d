const modules = [
  '@jupyter',
  '@jupyterlab',
  '@lumino',
  '@microsoft',
  '@codemirror',
  'codemirror',
  '@lezer',
  '@marijn',
  'crelt',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-hierarchy',
  'd3-interpolate',
  'd3-scale',
  'd3-scale-chromatic',
  'd3-time',
  'd3-time-format',
  'internmap',
  'style-mod',
  'w3c-keyname',
  'exenv-es6',
  'lib0',
  'marked',
  'nanoid',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
  'vscode-ws-jsonrpc',
  'y-protocols',
  'y-websocket',
  'yjs',
  // What @google-cloud/storage sends its requests with.
  'teeny-request',
  'gaxios',
  'node-fetch',
  'fetch-blob',
  'formdata-polyfill',
  'data-uri-to-buffer'
];
const common = {
  transform: {
    '\\.(ts|tsx|js|mjs|svg)$':
      '<rootDir>/test/support/jest/esbuild-transform.cjs'
  },
  transformIgnorePatterns: [
    `/node_modules/(?!(.*/node_modules/)?(${modules.join('|')})/)`
  ],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: [
    '<rootDir>/jupyterlab_leap',
    '<rootDir>/lib',
    '<rootDir>/build',
    '<rootDir>/\\.venv',
    '<rootDir>/\\.demo'
  ],
  moduleNameMapper: { '\\.(css)$': '<rootDir>/test/support/jest/empty.cjs' }
};

export default {
  // Generous: other suites run beside this one. Jest reads it here alone, not in a project.
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'lab',
      testMatch: ['<rootDir>/test/lab/**/*.spec.{ts,tsx}'],
      testEnvironment: '<rootDir>/test/support/jest/browser-environment.cjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/jest/patient-queries.ts']
    },
    {
      ...common,
      displayName: 'service',
      testMatch: ['<rootDir>/test/{contract,service,cli,support}/**/*.spec.ts'],
      testEnvironment: 'node'
    }
  ]
};
