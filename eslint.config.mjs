import jupyter from '@jupyter/eslint-plugin';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const sources = ['src/**/*.{ts,tsx}'];
const tests = ['test/**/*.{ts,tsx}', 'bench/**/*.ts'];

/** Rooms that a folder may not import from; the TypeScript projects say the same, this says it sooner. */
const wall = (files, ...rooms) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: rooms.map(([group, message]) => ({
          group: [group].flat(),
          message
        }))
      }
    ]
  }
});

/** Markup and code are never made from strings: names and records come from outside. */
const MARKUP = [
  [
    'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    'No markup from strings.'
  ],
  [
    'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
    'No markup from strings.'
  ],
  [
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name="document"]',
    'No markup from strings.'
  ],
  [
    'CallExpression[callee.property.name="insertAdjacentHTML"]',
    'No markup from strings.'
  ],
  [
    'Property[key.name="shell"][value.value=true]',
    'No shell: pass an argument list.'
  ]
];

/** The recommended rules of Jupyter are a review's checklist: none of them is a mere warning here. */
const strict = rules =>
  Object.fromEntries(
    Object.entries(rules).map(([rule, level]) => [
      rule,
      Array.isArray(level) ? ['error', ...level.slice(1)] : 'error'
    ])
  );

const panels = ['home', 'buckets', 'image', 'catalog', 'server'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.venv/',
      '.venvs/',
      'lib/',
      'build/',
      'dist/',
      '.demo*/',
      'jupyterlab_leap/',
      'test-results/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...sources, ...tests],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false }
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'interface',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z]', match: true }
        }
      ],
      // Schema and type share a name on purpose.
      '@typescript-eslint/no-redeclare': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true }
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true }
      ],
      '@typescript-eslint/no-empty-function': 'off',
      eqeqeq: 'error',
      curly: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': [
        'error',
        ...MARKUP.map(([selector, message]) => ({ selector, message }))
      ]
    }
  },
  {
    // One idea a file and a function: what grows beyond this has a part with a name of its own.
    files: [...sources, 'scripts/**/*.mjs'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50]
    }
  },
  {
    files: ['src/lab/**/*.{ts,tsx}', 'src/index.ts'],
    rules: {
      'no-console': 'error',
      // Lumino binds slots itself: `signal.connect(this._onChanged, this)`.
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  ...jupyter.configs.recommended.map(config => ({
    plugins: { jupyter },
    ...config,
    files: config.files?.some(pattern => pattern.endsWith('.tsx'))
      ? ['src/lab/**/*.{ts,tsx}', 'src/index.ts']
      : config.files,
    rules: strict(config.rules ?? {})
  })),
  {
    files: ['src/lab/**/*.{ts,tsx}'],
    rules: {
      // Ids alone, which a plugin names while it is activated.
      'jupyter/prefer-lazy-imports': [
        'error',
        { ignoreImports: ['*/commands'] }
      ]
    }
  },
  {
    files: tests,
    rules: {
      // A scripted edge of a test may answer at once where the real one waits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  wall(
    ['src/contract/**'],
    [
      ['node:*', '@jupyterlab/*', '@lumino/*', 'react'],
      'The contract imports zod/mini only.'
    ],
    [
      ['**/lab/**', '**/service/**', '**/cli/**'],
      'The contract imports no other room.'
    ]
  ),
  wall(
    ['src/service/**'],
    [
      ['**/lab/**', '**/cli/**', '@jupyterlab/*', '@lumino/*', 'react'],
      'The service knows the contract and Node alone.'
    ]
  ),
  wall(
    ['src/cli/**'],
    [
      ['**/lab/**', '@jupyterlab/*', '@lumino/*', 'react'],
      'The command knows the service and the contract.'
    ]
  ),
  wall(
    ['src/lab/**'],
    [
      ['**/service/**', '**/cli/**', 'node:*'],
      'The browser knows the contract alone.'
    ]
  ),
  ...panels.map(panel =>
    wall(
      [`src/lab/panels/${panel}/**`],
      [
        ['**/service/**', '**/cli/**', 'node:*'],
        'The browser knows the contract alone.'
      ],
      [
        panels
          .filter(other => other !== panel)
          .flatMap(other => [
            // From the section's own folder, and from a folder in that.
            `../${other}/**`,
            `../../${other}/**`,
            `**/panels/${other}/**`
          ]),
        'A panel never imports another: share a command or a token.'
      ]
    )
  ),
  {
    files: ['scripts/**/*.mjs', '*.mjs', 'bench/**/*.mjs'],
    languageOptions: { globals: globals.node }
  }
);
