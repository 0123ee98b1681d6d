import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomePath, HomeUsage } from '../../../../contract';
import { visible } from '../../../visible';
import type { Row } from './rows';
import { captionOf, summaryOf } from './treemap-words';
import { tilesOf, type IPictureSize, type ITile } from './treemap-tiles';

/** Until the picture is on screen, nobody knows how large it is. */
const FIRST_SIZE: IPictureSize = { width: 300, height: 160 };

interface ITreemapProps {
  rows: readonly Row[];
  usage: HomeUsage;
  selected: HomePath;
  /** Paths of the rows that are marked. */
  marked: ReadonlyMap<HomePath, number>;
  trans: TranslationBundle;
  onMark: (path: HomePath) => void;
  onSelect: (path: HomePath) => void;
  onUnfold: (path: HomePath) => void;
  onFold: (path: HomePath) => void;
}

/**
 * The table as areas. A picture for those who see it, one stop for the keyboard; all that it shows the table has too.
 */
export default function Treemap(props: ITreemapProps): React.JSX.Element {
  const { rows, usage, selected, marked, trans } = props;
  const [hasFocus, setFocus] = React.useState(false);
  const picture = React.useRef<HTMLDivElement>(null);
  const size = useSize(picture);
  const tiles = React.useMemo(() => tilesOf(rows, size), [rows, size]);
  const captionAt = useCaptions(props);
  return (
    <div className="jp-LeapTreemap">
      <div
        ref={picture}
        className="jp-LeapTreemap-picture"
        role="group"
        tabIndex={0}
        aria-label={summaryOf(usage, trans)}
        onFocus={() => {
          setFocus(true);
        }}
        onBlur={() => {
          setFocus(false);
        }}
        onKeyDown={event => {
          onKey(event, props);
        }}
        {...mouseActs(props)}
      >
        <div aria-hidden="true">
          {tiles.map(tile => (
            <Tile
              key={tile.path}
              tile={tile}
              size={size}
              isSelected={tile.path === selected}
              isMarked={marked.has(tile.path)}
              title={captionAt(tile.path)}
            />
          ))}
        </div>
      </div>
      {/* Moved in the table, the cursor is spoken of there. */}
      <p
        className="jp-LeapTreemap-caption"
        role="status"
        aria-live={hasFocus ? 'polite' : 'off'}
      >
        {captionAt(selected)}
      </p>
    </div>
  );
}

/** What a row is, by its path; empty for none. */
function useCaptions({
  rows,
  usage,
  trans
}: ITreemapProps): (path: HomePath) => string {
  const byPath = React.useMemo(
    () => new Map(rows.map(row => [row.path, row])),
    [rows]
  );
  return path => {
    const row = byPath.get(path);
    return row ? captionOf(row, usage, trans) : '';
  };
}

/** What stands on it is laid out for the room that it has now. */
function useSize(picture: React.RefObject<HTMLElement>): IPictureSize {
  const [size, setSize] = React.useState(FIRST_SIZE);
  React.useEffect(() => {
    const { current } = picture;
    if (!current) {
      return;
    }
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width > 0 && height > 0) {
        setSize({ width, height });
      }
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [picture]);
  return size;
}

function Tile({
  tile,
  size,
  isSelected,
  isMarked,
  title
}: {
  tile: ITile;
  size: IPictureSize;
  isSelected: boolean;
  isMarked: boolean;
  /** What it is, also where there is no room for its name. */
  title: string;
}): React.JSX.Element {
  const { path, name, kind, isOpen, hasLabel, x, y, width, height } = tile;
  return (
    <div
      className={`jp-LeapTreemap-tile${isSelected ? ' jp-mod-current' : ''}${isMarked ? ' jp-mod-marked' : ''}`}
      title={title}
      data-kind={kind}
      data-open={isOpen}
      data-tile={path}
      style={{
        left: percent(x / size.width),
        top: percent(y / size.height),
        width: percent(width / size.width),
        height: percent(height / size.height)
      }}
    >
      {hasLabel && <bdi>{visible(name)}</bdi>}
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function pathAt(target: EventTarget): HomePath | null {
  const tile =
    target instanceof Element
      ? target.closest<HTMLElement>('.jp-LeapTreemap-tile')
      : null;
  return tile?.dataset['tile'] ?? null;
}

/** A click takes a tile, with Ctrl it marks as well, as in the table; a double click unfolds. */
function mouseActs({
  rows,
  onSelect,
  onMark,
  onUnfold
}: ITreemapProps): React.HTMLAttributes<HTMLElement> {
  const entryAt = (target: EventTarget): EntryRow | undefined => {
    const path = pathAt(target);
    return rows.filter(isEntry).find(row => row.path === path);
  };
  const select = (event: React.MouseEvent): void => {
    const path = pathAt(event.target);
    if (path !== null) {
      onSelect(path);
    }
  };
  return {
    onClick: event => {
      select(event);
      const entry = entryAt(event.target);
      if (entry && (event.ctrlKey || event.metaKey)) {
        onMark(entry.path);
      }
    },
    onContextMenu: select,
    onDoubleClick: event => {
      const entry = entryAt(event.target);
      if (entry?.open === false && !(event.ctrlKey || event.metaKey)) {
        onUnfold(entry.path);
      }
    }
  };
}

type EntryRow = Extract<Row, { kind: 'entry' }>;

function isEntry(row: Row): row is EntryRow {
  return row.kind === 'entry';
}

function onKey(event: React.KeyboardEvent, props: ITreemapProps): void {
  const isOurs = !(event.ctrlKey || event.metaKey || event.altKey);
  if (isOurs && act(event.key, props)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Arrows go through the rows as in the table, which sorts them by size; false: not our key. */
function act(
  key: string,
  { rows, selected, onSelect, onMark, onUnfold, onFold }: ITreemapProps
): boolean {
  const index = rows.findIndex(({ path }) => path === selected);
  const row = rows[index];
  const open = row?.kind === 'entry' ? row.open : null;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowRight: index + 1,
    ArrowUp: index - 1,
    ArrowLeft: index - 1,
    Home: 0,
    End: rows.length - 1
  };
  const step = steps[key];
  if (step !== undefined) {
    const target = rows[Math.max(0, Math.min(rows.length - 1, step))];
    if (target) {
      onSelect(target.path);
    }
    return true;
  }
  if (key === ' ' && row?.kind === 'entry') {
    onMark(row.path);
    return true;
  }
  if (key === 'Enter' && row && open !== null) {
    (open ? onFold : onUnfold)(row.path);
    return true;
  }
  return false;
}
