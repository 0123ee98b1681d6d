import { SidePanel } from '@jupyterlab/ui-components';
import type { AccordionPanel } from '@lumino/widgets';
import type { CommandRegistry } from '@lumino/commands';
import { Signal, type ISignal } from '@lumino/signaling';
import { leapIcon } from './icon';
import { LeapSection } from './section';
import type { ILeapSidebar, ISection, ISectionOptions } from './sidebar';

/** Below this a section is a head with a few lines. */
const MIN_SECTION_PX = 300;

/** The number that matters most; one click away from the rest. */
const UNFOLDED_AT_FIRST = ['jp-leap-home'];

/**
 * The sidebar: sections one below the other, each foldable.
 */
export class LeapSidebar extends SidePanel implements ILeapSidebar {
  constructor(options: LeapSidebar.IOptions) {
    super();
    this._commands = options.commands;
    this._activate = options.activate;
    this._failureText = options.failureText;
    this.id = 'jupyterlab-leap-sidebar';
    this.addClass('jp-LeapSidebar');
    this.title.icon = leapIcon;
    this.title.caption = options.caption;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', options.caption);
    this.accordion.expansionToggled.connect(this._onExpansionToggled, this);
  }

  /** The ids of the sections that are unfolded. */
  get expanded(): readonly string[] {
    return this._sections
      .filter(section => !section.isHidden)
      .map(section => section.id);
  }

  /** Emitted when a section is folded or unfolded. */
  get expandedChanged(): ISignal<this, readonly string[]> {
    return this._expandedChanged;
  }

  addSection(options: ISectionOptions): ISection {
    const section = new LeapSection(options, this._commands, this._failureText);
    const index = this._sections.filter(
      ({ rank }) => rank <= section.rank
    ).length;
    this._sections.splice(index, 0, section);
    this.insertWidget(index, section);
    const folded = !this._wanted.includes(section.id);
    this._fold(section, folded);
    if (!folded) {
      this._unfolded.push(section);
    }
    return section;
  }

  open(id: string): void {
    const section = this._sections.find(each => each.id === `jp-leap-${id}`);
    this._activate(this.id);
    if (section) {
      this._fold(section, false);
      section.focusBody();
    }
  }

  /** Unfold just these sections, those that are still to come included. */
  restore(expanded: readonly string[]): void {
    this._wanted = expanded;
    this._isArranging = true;
    for (const section of this._sections) {
      this._fold(section, !expanded.includes(section.id));
    }
    this._isArranging = false;
    this._unfolded = this._sections.filter(section => !section.isHidden);
  }

  override dispose(): void {
    if (!this.isDisposed) {
      Signal.clearData(this);
      super.dispose();
    }
  }

  private get accordion(): AccordionPanel {
    return this.content as AccordionPanel;
  }

  private _fold(section: LeapSection, folded: boolean): void {
    const index = this.accordion.widgets.indexOf(section);
    if (section.isHidden !== folded) {
      if (folded) {
        this.accordion.collapse(index);
      } else {
        this.accordion.expand(index);
      }
    }
  }

  /**
   * Give unfolded sections the same height, and fold those that were unfolded longest ago where there is no
   * room for all: a section that shows three lines shows nothing.
   */
  private _onExpansionToggled(accordion: AccordionPanel, index: number): void {
    const toggled = this._sections[index];
    if (!toggled || this._isArranging) {
      return;
    }
    this._isArranging = true;
    this._unfolded = this._unfolded.filter(section => section !== toggled);
    if (!toggled.isHidden) {
      this._unfolded.push(toggled);
    }
    const room = Math.max(
      1,
      Math.floor(accordion.node.clientHeight / MIN_SECTION_PX)
    );
    while (this._unfolded.length > room) {
      const oldest = this._unfolded.shift();
      if (oldest) {
        this._fold(oldest, true);
      }
    }
    accordion.setRelativeSizes(
      this._sections.map(section => (section.isHidden ? 0 : 1))
    );
    this._isArranging = false;
    this._expandedChanged.emit(this.expanded);
  }

  private readonly _commands: CommandRegistry;
  private readonly _activate: (id: string) => void;
  private readonly _failureText: string;
  private readonly _sections: LeapSection[] = [];
  private _wanted: readonly string[] = UNFOLDED_AT_FIRST;
  /** Those that are unfolded, the latest last. */
  private _unfolded: LeapSection[] = [];
  private _isArranging = false;
  private readonly _expandedChanged = new Signal<this, readonly string[]>(this);
}

export namespace LeapSidebar {
  export interface IOptions {
    commands: CommandRegistry;
    /** What the tab says when the pointer rests on it. */
    caption: string;
    /** What stands in a section whose code cannot be loaded. */
    failureText: string;
    /** Brings a widget of the shell to the front. */
    activate: (id: string) => void;
  }
}
