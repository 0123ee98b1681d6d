import { holdsCompiledCode, isAnyOrphan, isNoOrphan } from './contents';
import type { IContents } from './contents';

/**
 * One kind of thing that may be deleted from a home: exactly these folders, or every folder of this name that holds what
 * it should.
 */
export interface IClearRule {
  readonly id: string;
  readonly title: string;
  /** What it is. */
  readonly reason: string;
  /** What it costs to lose it. */
  readonly cost: string;
  /** False: once deleted it is gone for good, so it is offered but never marked. */
  readonly comesBack: boolean;
  readonly where:
    | { readonly paths: readonly string[] }
    | {
        readonly name: string;
        readonly holds: (contents: IContents) => boolean | Promise<boolean>;
      };
}

/**
 * What is safe to clear, by exact place. Settings, logins and work that share a folder with a cache are not in it:
 * `.cache/huggingface/token`, the settings and the file history of VS Code, `.npmrc`.
 */
export const CLEAR_RULES: readonly IClearRule[] = [
  {
    id: 'pip',
    title: 'pip downloads',
    reason: 'Packages that pip keeps in case you install them again.',
    cost: 'The next “pip install” downloads them again.',
    comesBack: true,
    where: { paths: ['.cache/pip'] }
  },
  {
    id: 'conda',
    title: 'conda packages',
    reason: 'Packages that conda and mamba keep to make environments from.',
    cost: 'The next new environment downloads them again. Environments you have keep working, unless you told conda to link them symbolically.',
    comesBack: true,
    where: { paths: ['.conda/pkgs'] }
  },
  {
    id: 'huggingface',
    title: 'Hugging Face models',
    reason: 'Models and data sets downloaded from the Hugging Face hub.',
    cost: 'They are downloaded again when your code asks for them, which can take long. Your login stays.',
    comesBack: true,
    where: { paths: ['.cache/huggingface/hub', '.cache/huggingface/xet'] }
  },
  {
    id: 'huggingface-datasets',
    title: 'Hugging Face prepared data sets',
    reason: 'Data sets as your code prepared them with the library “datasets”.',
    cost: 'They are prepared again from their source; hours of work where your code changed them.',
    comesBack: false,
    where: { paths: ['.cache/huggingface/datasets'] }
  },
  {
    id: 'torch',
    title: 'PyTorch models',
    reason: 'Model weights that PyTorch downloaded.',
    cost: 'They are downloaded again when your code asks for them.',
    comesBack: true,
    where: { paths: ['.cache/torch'] }
  },
  {
    id: 'matplotlib',
    title: 'matplotlib fonts',
    reason: 'A list of fonts and pieces of text set with TeX.',
    cost: 'The next first plot takes some seconds longer.',
    comesBack: true,
    where: { paths: ['.cache/matplotlib'] }
  },
  {
    id: 'npm',
    title: 'npm downloads',
    reason: 'Packages that npm keeps in case you install them again.',
    cost: 'The next “npm install” downloads them again.',
    comesBack: true,
    where: { paths: ['.npm/_cacache'] }
  },
  {
    id: 'uv',
    title: 'uv downloads',
    reason: 'Packages that uv keeps in case you install them again.',
    cost: 'The next “uv pip install” downloads them again. Environments keep working, unless you told uv to link them symbolically.',
    comesBack: true,
    where: { paths: ['.cache/uv'] }
  },
  {
    id: 'yarn',
    title: 'Yarn downloads',
    reason: 'Packages that Yarn keeps in case you install them again.',
    cost: 'The next “yarn install” downloads them again.',
    comesBack: true,
    where: { paths: ['.cache/yarn'] }
  },
  {
    id: 'go-build',
    title: 'Compiled Go',
    reason: 'What the Go compiler keeps of packages it has built.',
    cost: 'The next “go build” takes longer.',
    comesBack: true,
    where: { paths: ['.cache/go-build'] }
  },
  {
    id: 'playwright',
    title: 'Playwright browsers',
    reason: 'Browsers that Playwright downloaded to test pages with.',
    cost: '“playwright install” downloads them again.',
    comesBack: true,
    where: { paths: ['.cache/ms-playwright'] }
  },
  {
    id: 'cartopy',
    title: 'Cartopy maps',
    reason:
      'Coastlines and borders that Cartopy downloaded from Natural Earth.',
    cost: 'The next map downloads them again.',
    comesBack: true,
    where: { paths: ['.local/share/cartopy/shapefiles/natural_earth'] }
  },
  {
    id: 'vscode-server',
    title: 'VS Code server',
    reason: 'The programs that VS Code puts here to connect, and their logs.',
    cost: 'The next connection downloads them again. Your settings and extensions stay.',
    comesBack: true,
    where: {
      paths: [
        '.vscode-server/bin',
        '.vscode-server/cli/servers',
        '.vscode-server/data/CachedExtensionVSIXs',
        '.vscode-server/data/logs'
      ]
    }
  },
  {
    id: 'pycache',
    title: 'Compiled Python (__pycache__)',
    reason: 'What Python makes of source files so that they load faster.',
    cost: 'The next import of each package takes a moment longer.',
    comesBack: true,
    where: { name: '__pycache__', holds: holdsCompiledCode }
  },
  {
    id: 'checkpoints',
    title: 'Notebook checkpoints',
    reason: 'Copies of files that are still there, made when you save them.',
    cost: '“Revert to Checkpoint” has nothing to go back to until you save again.',
    comesBack: true,
    where: { name: '.ipynb_checkpoints', holds: isNoOrphan }
  },
  {
    id: 'orphan-checkpoints',
    title: 'Checkpoints of files that are gone',
    reason: 'Copies of files that were deleted, renamed, moved or emptied.',
    cost: 'It may be the only copy that is left. Look into them first.',
    comesBack: false,
    where: { name: '.ipynb_checkpoints', holds: isAnyOrphan }
  },
  {
    id: 'trash',
    title: 'Trash',
    reason:
      'What you deleted in JupyterLab is still here and still uses space.',
    cost: 'What is in it cannot be brought back afterwards.',
    comesBack: false,
    where: { paths: ['.local/share/Trash'] }
  }
];
