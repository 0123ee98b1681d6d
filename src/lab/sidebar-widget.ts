import { SidePanel } from '@jupyterlab/ui-components';
import type { AccordionPanel } from '@lumino/widgets';
import type { CommandRegistry } from '@lumino/commands';
import { Signal, type ISignal } from '@lumino/signaling';
import { leapIcon } from './icon';
import { LeapSection } from './section';
import type { ILeapSidebar, ISection, ISectionOptions } from './sidebar';

/**
 * The sidebar: sections one below the other, each foldable.
 *
 * At first only the first section is unfolded: at the height of a laptop's screen four open ones would show nothing well.
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
    const wanted = this._wanted ?? this._sections[0]?.id;
    this._fold(section, !wanted?.includes(section.id));
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
    for (const section of this._sections) {
      this._fold(section, !expanded.includes(section.id));
    }
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

  private _onExpansionToggled(): void {
    this._expandedChanged.emit(this.expanded);
  }

  private readonly _commands: CommandRegistry;
  private readonly _activate: (id: string) => void;
  private readonly _failureText: string;
  private readonly _sections: LeapSection[] = [];
  private _wanted: readonly string[] | undefined;
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
