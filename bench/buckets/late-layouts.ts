import { createHash } from 'node:crypto';
import type { ILayout } from '../../test/support/gcs/layouts';
import { compareNames } from '../../test/support/gcs/names';

/**
 * Stations of very different age, a file an hour: `obs/station=0042/year=2019/…`, long common stems in folders of
 * years.
 */
export function byStation(count: number): ILayout {
  const names: string[] = [];
  for (let station = 0; names.length < count; station += 1) {
    const hours = 24 * (1 + ((station * 7919) % 900));
    for (let hour = 0; hour < hours && names.length < count; hour += 1) {
      const at = new Date(Date.UTC(2015, 0, 1, hour)).toISOString();
      names.push(
        `obs/station=${String(station).padStart(4, '0')}/year=${at.slice(0, 4)}/surface_meteorology_v2_${at.slice(0, 13).replaceAll(/[-T]/g, '')}.nc`
      );
    }
  }
  return layoutOf(names);
}

/** A content-addressed store: two levels of hexadecimal folders. */
export function hashed(count: number): ILayout {
  return layoutOf(
    Array.from({ length: count }, (_, at) => {
      const hash = createHash('sha1').update(String(at)).digest('hex');
      return `objects/${hash.slice(0, 2)}/${hash.slice(2)}`;
    })
  );
}

/** Folders in several scripts, most of the objects in one of them. */
export function mixedScripts(count: number): ILayout {
  const folders = ['Übersicht', 'данные', '海面水温', 'قياسات', '🌊-runs'];
  return layoutOf(
    Array.from({ length: count }, (_, at) => {
      const folder = folders[at % 10 < 6 ? 2 : at % folders.length] ?? '';
      return `${folder}/期間-${String(at).padStart(7, '0')}.nc`;
    })
  );
}

function layoutOf(names: readonly string[]): ILayout {
  const sorted = [...new Set(names)].sort(compareNames);
  return {
    count: sorted.length,
    nameAt: index => sorted[index] ?? '',
    bytesAt: index => 1000 + (index % 977)
  };
}
