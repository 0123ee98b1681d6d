import {
  hierarchy,
  treemap,
  treemapSquarify,
  type HierarchyRectangularNode
} from 'd3-hierarchy';
import type { HomePath } from '../../../../contract';
import type { Row } from './rows';

/** How large the picture is, in pixels. */
export interface IPictureSize {
  readonly width: number;
  readonly height: number;
}

/** Tiles with less are lines, not areas. */
const LEAST_AREA = 12;

/** Room for a short name. */
const LABEL_WIDTH = 44;
const LABEL_HEIGHT = 16;

/** Around what is in an unfolded directory, so that it can be told from its neighbours. */
const PADDING = 3;

/** A rectangle of the picture, in pixels. */
export interface ITile {
  readonly path: HomePath;
  readonly name: string;
  readonly kind: 'directory' | 'file' | 'rest';
  /** An unfolded directory: what is in it stands upon it. */
  readonly isOpen: boolean;
  readonly hasLabel: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface INode {
  readonly row: Row | null;
  readonly bytes: number;
  readonly children: INode[];
}

/**
 * The rows of the table as areas: the same entries in the same order, unfolded where the table is.
 */
export function tilesOf(
  rows: readonly Row[],
  { width, height }: IPictureSize
): readonly ITile[] {
  const root = hierarchy(treeOf(rows), node => node.children);
  root.eachAfter(node => {
    const own = node.data.bytes;
    const inside = (node.children ?? []).reduce(
      (bytes, child) => bytes + (child.value ?? 0),
      0
    );
    // What is in a folder may have grown since the folder was counted.
    Object.assign(node, { value: Math.max(own, inside) });
  });
  const layout = treemap<INode>()
    .tile(treemapSquarify)
    .size([width, height])
    .paddingInner(1)
    .paddingOuter(node => (node.depth === 0 ? 0 : PADDING));
  return layout(root)
    .descendants()
    .map(tileOf)
    .filter(tile => tile !== null);
}

function treeOf(rows: readonly Row[]): INode {
  const root: INode = { row: null, bytes: 0, children: [] };
  const open = [root];
  for (const row of rows) {
    const node: INode = { row, bytes: bytesOf(row), children: [] };
    open.length = row.level;
    open.at(-1)?.children.push(node);
    open.push(node);
  }
  return root;
}

function bytesOf(row: Row): number {
  switch (row.kind) {
    case 'entry':
      return row.entry.usedBytes;
    case 'rest':
      return row.usedBytes;
    case 'note':
      return 0;
  }
}

function tileOf(node: HierarchyRectangularNode<INode>): ITile | null {
  const { row, children } = node.data;
  const width = node.x1 - node.x0;
  const height = node.y1 - node.y0;
  if (!row || row.kind === 'note' || width * height < LEAST_AREA) {
    return null;
  }
  const isOpen = children.some(child => child.bytes > 0);
  return {
    path: row.path,
    name: row.kind === 'entry' ? row.entry.name : '',
    kind: kindOf(row),
    isOpen,
    hasLabel: !isOpen && width >= LABEL_WIDTH && height >= LABEL_HEIGHT,
    x: node.x0,
    y: node.y0,
    width,
    height
  };
}

function kindOf(row: Exclude<Row, { kind: 'note' }>): ITile['kind'] {
  if (row.kind === 'rest') {
    return 'rest';
  }
  return row.entry.kind === 'directory' ? 'directory' : 'file';
}
