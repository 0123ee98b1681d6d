import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { grid, started } from '../../../../support/buckets/shown-own-folder';
import { listenToCopies } from '../../../../support/lab/clipboard';

/** The row that the cursor is on. */
const current = () =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');

describe('The list of a bucket', () => {
  let copied: readonly string[] = [];

  beforeEach(() => {
    copied = listenToCopies();
  });

  describe('with the keyboard alone', () => {
    const focusGrid = async () => {
      while (document.activeElement !== grid()) {
        await userEvent.tab();
      }
    };

    it('moves, opens and goes up', async () => {
      const { model } = await started();
      await focusGrid();
      expect(current()?.textContent).toContain('figures/');
      await userEvent.keyboard('{ArrowDown}{End}{ArrowUp}');
      expect(current()?.textContent).toContain('notes.md');
      await userEvent.keyboard('{Home}{Enter}');
      expect(model.state.folder?.prefix).toBe('ann/figures/');
      expect(document.activeElement).toBe(grid());
      await userEvent.keyboard('{Backspace}');
      expect(model.state).toMatchObject({
        folder: { prefix: 'ann/' },
        current: 'figures/'
      });
      await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
      expect(model.state.folder?.prefix).toBe('');
    });

    it('finds a row by its first letters', async () => {
      await started();
      await focusGrid();
      await userEvent.keyboard('run');
      expect(current()?.textContent).toContain('run3.nc');
    });

    it('copies the path and opens the menu on the row', async () => {
      await started();
      const menus: string[] = [];
      const onMenu = (event: Event): void => {
        menus.push((event.target as HTMLElement).textContent);
      };
      document.addEventListener('contextmenu', onMenu);
      await focusGrid();
      await userEvent.keyboard('{ArrowDown}{Control>}c{/Control}');
      expect(copied).toEqual(['gs://leap-scratch/ann/sst_monthly.zarr/']);
      await userEvent.keyboard('{Shift>}{F10}{/Shift}');
      await userEvent.keyboard('{ContextMenu}');
      document.removeEventListener('contextmenu', onMenu);
      expect(menus).toHaveLength(2);
      expect(menus[0]).toContain('sst_monthly.zarr/');
    });

    it('goes from the filter to the rows it leaves', async () => {
      await started();
      await userEvent.type(screen.getByRole('searchbox'), 'nc{ArrowDown}');
      expect(document.activeElement).toBe(grid());
      await userEvent.type(screen.getByRole('searchbox'), '{Enter}');
      expect(document.activeElement).toBe(grid());
    });

    it('comes back to the rows when the menu closes with nothing chosen', async () => {
      await started();
      await focusGrid();
      const menu = document.createElement('div');
      menu.className = 'lm-Menu';
      menu.tabIndex = -1;
      document.addEventListener(
        'contextmenu',
        event => {
          // As the application does.
          event.stopPropagation();
          document.body.append(menu);
        },
        { once: true }
      );
      fireEvent.keyDown(grid(), { key: 'F10', shiftKey: true });
      menu.focus();
      // A browser hands on the next key before it runs a timer.
      menu.remove();
      await waitFor(() => {
        expect(document.activeElement).toBe(grid());
      });
    });

    it('is one tab stop however many rows there are', async () => {
      await started();
      await focusGrid();
      await userEvent.tab();
      expect(grid().contains(document.activeElement)).toBe(false);
    });
  });
});
