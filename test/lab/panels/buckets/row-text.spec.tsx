import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Drag } from '@lumino/dragdrop';
import { BUCKETS, page } from '../../../support/buckets/answers';
import { listenToCopies } from '../../../support/lab/clipboard';
import { ScriptedClient } from '../../../support/lab/scripted-client';
import { copyFrom, drawOver } from '../../../support/lab/selected-text';
import { showBuckets } from '../../../support/buckets/shown-buckets';

const ODD = 'a\u202egpj.long-name-of-a-picture';
const SHOWN = 'a⟨U+202E⟩gpj.long-name-of-a-picture';

async function started() {
  const client = new ScriptedClient({
    'buckets/configured': () => BUCKETS,
    'buckets/listing': () => [
      page(
        [],
        [
          [ODD, 1, null],
          ['notes.txt', 1, null]
        ]
      )
    ]
  });
  const { model } = showBuckets(client, null);
  await act(() => model.start(null));
}

const row = (name: RegExp) => screen.getByRole('row', { name });
const nameIn = (name: RegExp) => {
  const element = row(name).querySelector('bdi');
  if (!element) {
    throw new Error('The row has no name.');
  }
  return element;
};

const selected = () => document.getSelection()?.toString() ?? '';

const selectionBegins = () => new Event('selectstart', { cancelable: true });

describe('the text of a row', () => {
  let written: readonly string[];
  let drag: jest.SpyInstance;

  beforeEach(() => {
    // jsdom knows no pointers.
    drag = jest
      .spyOn(Drag.prototype, 'start')
      .mockImplementation(() => Promise.resolve('none'));
    written = listenToCopies();
  });

  afterEach(() => {
    fireEvent.mouseUp(document);
    jest.restoreAllMocks();
    document.getSelection()?.removeAllRanges();
  });

  it('B13 is selected with the mouse and copied letter for letter', async () => {
    await started();
    expect(nameIn(/gpj/).textContent).toBe(SHOWN);
    drawOver(nameIn(/gpj/));
    expect(copyFrom(nameIn(/gpj/))).toBe(ODD);
  });

  it('keeps the ending of a name that is cut, so that it can be drawn over to its end', async () => {
    await started();
    const parts = Array.from(nameIn(/notes/).children);
    expect(parts.map(part => part.textContent)).toEqual(['notes', '.txt']);
  });

  it('is read in one piece, with what the icon says', async () => {
    await started();
    const cells = screen
      .getAllByRole('gridcell')
      .map(cell => cell.getAttribute('aria-label'));
    expect(cells).toContain('notes.txt, Object');
    expect(cells).toContain(`${SHOWN}, Object`);
  });

  it('is copied in part as it is shown', async () => {
    await started();
    drawOver(nameIn(/notes/), 5);
    expect(copyFrom(nameIn(/notes/))).toBe('notes');
  });

  it('lets the browser begin a selection on the name, and there alone', async () => {
    await started();
    expect(fireEvent.mouseDown(nameIn(/notes/), { detail: 1 })).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    // A double click opens the entry: no word of its name flashes up.
    expect(fireEvent.mouseDown(nameIn(/notes/), { detail: 2 })).toBe(false);
    expect(fireEvent.mouseDown(row(/notes/), { detail: 1 })).toBe(false);
  });

  it('is what Ctrl+C copies while it is selected; then it is the path again', async () => {
    await started();
    await userEvent.click(row(/notes/));
    drawOver(nameIn(/notes/), 5);
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(written).toEqual([]);
    await userEvent.keyboard('{ArrowUp}{ArrowDown}');
    expect(selected()).toBe('');
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(written).toEqual(['gs://leap-scratch/ann/notes.txt']);
  });

  it('is let go of by a press elsewhere in the list', async () => {
    await started();
    drawOver(nameIn(/notes/));
    fireEvent.mouseDown(row(/gpj/), { detail: 1 });
    expect(selected()).toBe('');
  });

  it('can be drawn over in the row; beyond it the code is dragged', async () => {
    await started();
    const box = new DOMRect(0, 100, 300, 26);
    row(/notes/).getBoundingClientRect = () => box;
    const at = { button: 0, clientX: 30, clientY: 110 };
    fireEvent.mouseDown(nameIn(/notes/), at);
    drawOver(nameIn(/notes/));
    fireEvent.mouseMove(document, { clientX: 90, clientY: 112 });
    expect(drag).not.toHaveBeenCalled();
    fireEvent.mouseMove(document, { clientX: 310, clientY: 112 });
    expect(drag).toHaveBeenCalledTimes(1);
    expect(selected()).toBe('');
    expect(fireEvent(document, selectionBegins())).toBe(false);
  });

  it('does not hold up a drag of the row by anything else', async () => {
    await started();
    const at = { button: 0, clientX: 200, clientY: 110 };
    fireEvent.mouseDown(row(/notes/), at);
    fireEvent.mouseMove(document, { clientX: 208, clientY: 110 });
    expect(drag).toHaveBeenCalledTimes(1);
  });
});
