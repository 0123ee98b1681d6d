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
   * Put the focus on the first thing in the body that takes it, as soon as there is one.
   */
  focusBody(): void {
    const { node } = this._body;
    // After the command palette, which hands the focus back to where it was when it closes.
    requestAnimationFrame(() => {
      node.focus();
      this._focusControl();
      this._awaitedControl.observe(node, { childList: true, subtree: true });
    });
  }

  /** Move the focus from the body to its first control; a user who has moved it meanwhile keeps it. */
  private _focusControl(): void {
    const { node } = this._body;
    if (document.activeElement !== node) {
      this._awaitedControl.disconnect();
      return;
    }
    node
      .querySelector<HTMLElement>(
        ':is(input, button, a[href], [tabindex="0"]):not(:disabled)'
      )
      ?.focus();
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this._awaitedControl.disconnect();
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
  private readonly _awaitedControl = new MutationObserver(() => {
    this._focusControl();
  });
  private _isShown = false;
  private readonly _isShownChanged = new Signal<this, boolean>(this);
}
