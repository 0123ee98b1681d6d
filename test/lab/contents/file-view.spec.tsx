import { fireEvent, screen } from '@testing-library/react';
import { shown } from '../../support/contents/shown-contents';

const textOf = (element: Element | undefined): string =>
  element?.textContent ?? '';

describe('What is in a file', () => {
  it('is text, whatever it says', async () => {
    await shown({
      kind: 'text',
      format: 'Markdown',
      text: '# <b>bold</b>\r\n\u202eevil',
      isCut: true,
      notes: []
    });
    expect(textOf(await screen.findByRole('region'))).toContain(
      '# <b>bold</b>\n⟨U+202E⟩evil'
    );
    expect(screen.getByText('Markdown, its beginning.')).not.toBeNull();
  });

  it('is a picture through an address of its own', async () => {
    const made: Blob[] = [];
    URL.createObjectURL = blob => {
      made.push(blob as Blob);
      return 'blob:x';
    };
    const revoked = jest.fn();
    URL.revokeObjectURL = revoked;
    const { unmount } = await shown({
      kind: 'image',
      format: 'PNG',
      mediaType: 'image/png',
      widthPx: 30,
      heightPx: 20,
      base64: 'AAAA'
    });
    const image = await screen.findByRole('img', {
      name: 'PNG, 30 × 20 pixels'
    });
    expect(image.getAttribute('src')).toBe('blob:x');
    expect(made[0]?.type).toBe('image/png');
    fireEvent.error(image);
    expect(screen.getByText(/damaged/)).not.toBeNull();
    unmount();
    expect(revoked).toHaveBeenCalledWith('blob:x');
  });

  it('is a table with its first rows', async () => {
    await shown({
      kind: 'table',
      format: 'CSV',
      columns: [{ name: 'step', type: 'int', isNullable: false }],
      columnCount: 3,
      rowCount: 1200,
      rows: [['1'], ['2']],
      attributes: [],
      notes: []
    });
    expect(
      await screen.findByText('CSV · 3 columns · 1,200 rows.')
    ).not.toBeNull();
    expect(textOf(screen.getByRole('columnheader'))).toContain('step int');
    expect(screen.getAllByRole('cell')).toHaveLength(2);
    expect(screen.getByText('2 more columns')).not.toBeNull();
  });

  it('is cells of a notebook without their outputs', async () => {
    await shown({
      kind: 'notebook',
      format: 'Notebook',
      language: 'python',
      cells: [{ type: 'code', source: 'print(1)', outputCount: 2 }],
      cellCount: 5,
      notes: []
    });
    expect(await screen.findByText('print(1)')).not.toBeNull();
    expect(screen.getByText('2 outputs, not shown')).not.toBeNull();
    expect(screen.getByText('4 more cells')).not.toBeNull();
  });
});
