import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import {
  insertAtActiveCell,
  insertFirstCell,
  insertIntoNewNotebook,
  pythonCellProblem
} from '../../src/lab/notebook-cells';
import { OpenNotebook, trackerOf } from '../support/lab/open-notebook';

const trans = nullTranslator.load('jupyterlab_leap');

describe('insertFirstCell', () => {
  it('puts a trusted code cell above all others and goes there', () => {
    const notebook = new OpenNotebook(['a', 'b']);
    notebook.activeCellIndex = 1;

    insertFirstCell(trackerOf(notebook), 'import os');

    expect(notebook.sources).toEqual(['import os', 'a', 'b']);
    expect(notebook.activeCellIndex).toBe(0);
    expect(notebook.model.cells.get(0).trusted).toBe(true);
  });

  it('fails when no notebook is open', () => {
    for (const tracker of [null, trackerOf()]) {
      expect(() => insertFirstCell(tracker, 'x')).toThrow(
        'No notebook is open.'
      );
    }
  });
});

describe('insertAtActiveCell', () => {
  it('fills an empty code cell', () => {
    const notebook = new OpenNotebook(['a', ' \n', 'b']);
    notebook.activeCellIndex = 1;

    insertAtActiveCell(trackerOf(notebook), 'x = 1');

    expect(notebook.sources).toEqual(['a', 'x = 1', 'b']);
  });

  it('adds a cell below one that has something in it', () => {
    const notebook = new OpenNotebook(['a', 'b']);

    insertAtActiveCell(trackerOf(notebook), 'x = 1');

    expect(notebook.sources).toEqual(['a', 'x = 1', 'b']);
    expect(notebook.activeCellIndex).toBe(1);
  });

  it('can be undone', () => {
    const notebook = new OpenNotebook(['a']);
    notebook.model.sharedModel.clearUndoHistory();

    insertAtActiveCell(trackerOf(notebook), 'x = 1');
    notebook.model.sharedModel.undo();

    expect(notebook.sources).toEqual(['a']);
  });
});

describe('insertIntoNewNotebook', () => {
  function commandsThatCreate(created: unknown): CommandRegistry {
    const commands = new CommandRegistry();
    commands.addCommand('notebook:create-new', { execute: () => created });
    return commands;
  }

  it('fills the first cell of the notebook that was made', async () => {
    const other = new OpenNotebook(['mine']);
    const created = new OpenNotebook(['']);
    const commands = commandsThatCreate(created.panel);
    const args: unknown[] = [];
    commands.commandExecuted.connect((_, executed) => args.push(executed.args));

    await insertIntoNewNotebook(
      commands,
      trackerOf(other, created),
      'python3',
      'x = 1'
    );

    expect(created.sources).toEqual(['x = 1']);
    expect(other.sources).toEqual(['mine']);
    expect(args).toEqual([{ kernelName: 'python3', activate: true }]);
  });

  it('fails when none was made', async () => {
    await expect(
      insertIntoNewNotebook(
        commandsThatCreate(undefined),
        trackerOf(new OpenNotebook(['mine'])),
        'python3',
        'x'
      )
    ).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('pythonCellProblem', () => {
  it('says why code cannot be inserted', () => {
    const tracker = trackerOf();

    expect(pythonCellProblem(null, trans)).toBe('Open a notebook first.');
    expect(pythonCellProblem(tracker, trans)).toBe('Open a notebook first.');
    expect(
      pythonCellProblem(trackerOf(new OpenNotebook([], 'R')), trans)
    ).toMatch(/not written in Python/);

    const notebook = new OpenNotebook([]);
    expect(pythonCellProblem(trackerOf(notebook), trans)).toBeNull();
    notebook.model.readOnly = true;
    expect(pythonCellProblem(trackerOf(notebook), trans)).toMatch(/read-only/);
  });
});
