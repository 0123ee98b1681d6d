import type { ISignal } from '@lumino/signaling';
import { Token } from '@lumino/coreutils';
import type { ReactElement } from 'react';

/**
 * A section of the sidebar, as its panel describes it.
 */
export interface ISectionOptions {
  /** Its subject, `home`; part of ids and of the saved layout. */
  id: string;
  /** What its head says. */
  label: string;
  /** Sections stand in ascending order. */
  rank: number;
  /** Loads and makes the content, when the section is first seen and not before. */
  body: () => Promise<ReactElement>;
  /** Ids of commands that get a button in the head. */
  toolbar?: readonly string[];
}

/**
 * A section that stands in the sidebar.
 */
export interface ISection {
  /** Whether it can be seen: the sidebar is open and the section not folded. */
  readonly isShown: boolean;
  readonly isShownChanged: ISignal<ISection, boolean>;
}

/**
 * The one sidebar of the extension.
 */
export interface ILeapSidebar {
  addSection(options: ISectionOptions): ISection;
  /** Bring the sidebar to the front, unfold a section and put the focus in it. */
  open(id: string): void;
}

export const ILeapSidebar = new Token<ILeapSidebar>(
  'jupyterlab-leap:ILeapSidebar',
  'The sidebar of the LEAP extension, to which sections can be added.'
);
