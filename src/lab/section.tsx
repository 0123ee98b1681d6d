import {
  CommandToolbarButton,
  PanelWithToolbar,
  ReactWidget
} from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { Message } from '@lumino/messaging';
import { Signal, type ISignal } from '@lumino/signaling';
import { LazyBody } from './components/lazy-body';
import type { ISection, ISectionOptions } from './sidebar';

/**
 * One foldable section: a head with a toolbar, and a React body.
 */
export class LeapSection extends PanelWithToolbar implements ISection {
  constructor(
    options: ISectionOptions,
    commands: CommandRegistry,
    failureText: string
  ) {
    super();
    this.id = `jp-leap-${options.id}`;
    this.rank = options.rank;
    this.addClass('jp-LeapSection');
    this.title.label = options.label;
    this.title.dataset = { leapSection: options.id };
    this.toolbar.node.setAttribute('aria-label', options.label);
    for (const id of options.toolbar ?? []) {
      const button = new CommandToolbarButton({ commands, id, label: '' });
      this.toolbar.addItem(id, button);
    }
    this._body = ReactWidget.create(
      <LazyBody load={options.body} section={this} failureText={failureText} />
    );
    this._body.addClass('jp-LeapSection-body');
    this._body.node.tabIndex = -1;
    this.addWidget(this._body);
  }

  readonly rank: number;

  get isShown(): boolean {
    return this._isShown;
  }

  get isShownChanged(): ISignal<this, boolean> {
    return this._isShownChanged;
  }

  /**
   * Put the focus on the first thing in the body that takes it; on the body itself while that still loads, so
   * that the next Tab reaches its first control.
   */
  focusBody(): void {
    // After the command palette, which hands the focus back to where it was when it closes.
    requestAnimationFrame(() => {
      const control = this._body.node.querySelector<HTMLElement>(
        ':is(input, button, a[href], [tabindex="0"]):not(:disabled)'
      );
      (control ?? this._body.node).focus();
    });
  }

  override dispose(): void {
    if (!this.isDisposed) {
      Signal.clearData(this);
      super.dispose();
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._update();
  }

  protected override onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this._update();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._update();
  }

  private _update(): void {
    if (this._isShown !== this.isVisible) {
      this._isShown = this.isVisible;
      this._isShownChanged.emit(this._isShown);
    }
  }

  private readonly _body: ReactWidget;
  private _isShown = false;
  private readonly _isShownChanged = new Signal<this, boolean>(this);
}
