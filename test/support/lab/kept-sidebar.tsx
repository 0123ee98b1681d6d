import { Signal } from '@lumino/signaling';
import { act, render } from '@testing-library/react';
import type {
  ILeapSidebar,
  ISection,
  ISectionOptions
} from '../../../src/lab/sidebar';

/**
 * A sidebar that draws nothing of itself: the test unfolds the section that it was given.
 */
export class KeptSidebar implements ILeapSidebar {
  /** Sections that were opened by a command. */
  readonly opened: string[] = [];

  addSection(options: ISectionOptions): ISection {
    this._options = options;
    return this._section;
  }

  open(id: string): void {
    this.opened.push(id);
  }

  /** Unfold the section. */
  async show(): Promise<void> {
    render((await this._options?.body()) ?? <p>none</p>);
    await this.see(true);
  }

  /** Unfold the section whose body is there, or fold it. */
  async see(isShown: boolean): Promise<void> {
    this._section.isShown = isShown;
    await act(async () => {
      this._shown.emit(isShown);
    });
  }

  private _options: ISectionOptions | undefined;
  private readonly _shown = new Signal<ISection, boolean>({} as ISection);
  private readonly _section = { isShown: false, isShownChanged: this._shown };
}
