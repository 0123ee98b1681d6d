import { Notification } from '@jupyterlab/apputils';
import type { Contents } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFiles } from '../../../../src/lab/create-files';
import { ImageModel } from '../../../../src/lab/panels/image/model';
import { addRepositoryCommand } from '../../../../src/lab/panels/image/repository/repository-command';
import { repositoryFiles } from '../../../../src/lab/panels/image/repository/repository-files';
import {
  added,
  image,
  NO_IMAGE,
  packages
} from '../../../support/image/answers';
import { MemoryContents } from '../../../support/lab/memory-contents';
import { OpenNotebook, trackerOf } from '../../../support/lab/open-notebook';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const INSTALLED = packages(['xarray 2026.5.0', 'pytorch 2.9', 'six 1.16']);

function textOf(
  name: string,
  ...given: Parameters<typeof repositoryFiles>
): string | undefined {
  return repositoryFiles(...given).find(file => file.name === name)?.text;
}

describe('repositoryFiles', () => {
  it('builds on the image and adds what was added', () => {
    expect(
      textOf('Dockerfile', image(), added(['pip gsw 3.6']), INSTALLED)
    ).toBe(
      'FROM pangeo/pangeo-notebook:2026.06.04\nRUN python -m pip install --no-cache-dir gsw==3.6\n'
    );
  });

  it('builds on the image alone where nothing was added', () => {
    expect(textOf('Dockerfile', image(), added(), null)).toBe(
      'FROM pangeo/pangeo-notebook:2026.06.04\n'
    );
  });

  it('names Python, the key packages and what was added, each once', () => {
    expect(
      textOf(
        'environment.yml',
        image(),
        added(['conda xarray 2026.9', 'pip gsw 3.6']),
        INSTALLED
      )
    ).toBe(
      [
        '# Made from a running server',
        'channels:',
        '  - conda-forge',
        'dependencies:',
        '  - "python=3.12.11"',
        '  - "pytorch=2.9"',
        '  - "xarray=2026.9"',
        '  - pip',
        '  - pip:',
        '      - "gsw==3.6"',
        ''
      ].join('\n')
    );
  });

  it('suggests the Dockerfile, but environment.yml for an image that others cannot pull', () => {
    const suggested = (...given: Parameters<typeof repositoryFiles>) =>
      repositoryFiles(...given)
        .filter(({ isSuggested }) => isSuggested)
        .map(({ name }) => name);

    expect(suggested(image(), added(), INSTALLED)).toEqual(['Dockerfile']);
    expect(
      suggested(image({ availability: 'private' }), added(), INSTALLED)
    ).toEqual(['environment.yml']);
    expect(suggested(NO_IMAGE, added(), INSTALLED)).toEqual([
      'environment.yml'
    ]);
  });

  it('has nothing where nothing is known', () => {
    expect(
      repositoryFiles({ ...NO_IMAGE, pythonVersion: null }, null, null)
    ).toEqual([]);
  });

  it('leaves out what no package can be called', () => {
    const hostile = added();
    const text = textOf(
      'environment.yml',
      image({ pythonVersion: '3.12"\nevil: 1' }),
      {
        ...hostile,
        packages: [
          { name: 'x\n- evil', version: '1', source: 'pip', before: null }
        ]
      },
      null
    );
    expect(text).not.toContain('evil');
  });
});

describe('createFiles', () => {
  const files = [
    { name: 'Dockerfile', text: 'FROM x:1\n' },
    { name: 'environment.yml', text: 'dependencies:\n' }
  ];

  it('creates them in the folder and leaves nothing else', async () => {
    const contents = new MemoryContents({ 'work/x.ipynb': '{}' });
    await createFiles(contents.manager, 'work', files);

    expect(contents.files).toEqual({
      'work/x.ipynb': '{}',
      'work/Dockerfile': 'FROM x:1\n',
      'work/environment.yml': 'dependencies:\n'
    });
  });

  it('creates none where one name is taken, and keeps what is there', async () => {
    const contents = new MemoryContents({ 'work/environment.yml': 'mine' });

    await expect(createFiles(contents.manager, 'work', files)).rejects.toThrow(
      /has environment\.yml already/
    );
    expect(contents.files).toEqual({ 'work/environment.yml': 'mine' });
  });

  it('keeps also what came after it looked', async () => {
    const contents = new MemoryContents({ 'work/Dockerfile': 'mine' });
    contents.hide('work/Dockerfile');

    await expect(createFiles(contents.manager, 'work', files)).rejects.toThrow(
      /has Dockerfile already/
    );
    expect(contents.files).toEqual({ 'work/Dockerfile': 'mine' });
  });

  it('says that there is no such folder', async () => {
    const contents = new MemoryContents({});
    await expect(
      createFiles(contents.manager, 'nowhere', files)
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('The dialog for repository files', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  function open(contents: Contents.IManager): Promise<unknown> {
    const commands = new CommandRegistry();
    addRepositoryCommand({
      commands,
      contents,
      model: new ImageModel(
        new ScriptedClient({
          'image/spec': () => image(),
          'image/packages': () => INSTALLED,
          'image/added': () => added(['pip gsw 3.6'])
        })
      ),
      notebooks: trackerOf(new OpenNotebook([])),
      trans: nullTranslator.load('jupyterlab_leap')
    });
    return commands.execute('jupyterlab-leap:create-repository-files', {
      folder: 'elsewhere',
      confirm: true
    });
  }

  it('shows each file and creates the chosen ones beside the notebook', async () => {
    const contents = new MemoryContents({ 'work/drought.ipynb': '{}' });
    const done = open(contents.manager);
    expect(
      (await screen.findByLabelText('Content of Dockerfile')).textContent
    ).toContain('gsw==3.6');
    await userEvent.click(screen.getByLabelText('environment.yml'));
    await userEvent.click(screen.getByText('Create Files'));

    expect(await done).toBeUndefined();
    expect(Object.keys(contents.files)).toEqual([
      'work/drought.ipynb',
      'work/Dockerfile',
      'work/environment.yml'
    ]);
  });

  it('creates nothing when it is cancelled, whatever the arguments say', async () => {
    const contents = new MemoryContents({ 'work/drought.ipynb': '{}' });
    const done = open(contents.manager);
    await screen.findByLabelText('Content of Dockerfile');
    await userEvent.click(screen.getByText('Cancel'));
    await done;

    expect(Object.keys(contents.files)).toEqual(['work/drought.ipynb']);
  });
});
