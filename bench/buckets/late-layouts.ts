import { createHash } from 'node:crypto';
import type { ILayout } from '../../test/support/gcs/layouts';
import { modelArchive } from '../../test/support/gcs/model-archive';
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

/** A few huge stores of chunks among many small ones. */
export function archived(count: number): ILayout {
  return layoutOf(modelArchive(count));
}

/** What training runs leave: folders named by moment and two words, steps that grow, one run much longer than all. */
export function checkpoints(count: number): ILayout {
  const words = ['amber', 'brisk', 'calm', 'dusky', 'eager', 'faint', 'gusty'];
  const names: string[] = [];
  for (let run = 0; names.length < count; run += 1) {
    const day = new Date(Date.UTC(2024, 0, 1, run * 5)).toISOString();
    const name = `runs/${day.slice(0, 16).replaceAll(':', '-')}_${words[run % 7] ?? ''}-${words[(run * 3 + 1) % 7] ?? ''}`;
    const steps = run === 40 ? count / 3 : 20 + ((run * 104_729) % 3000);
    for (let step = 0; step < steps && names.length < count; step += 1) {
      names.push(`${name}/step=${String(step * 250)}/weights.safetensors`);
    }
  }
  return layoutOf(names);
}

/**
 * These names, in the order of keys.
 */
export function layoutOf(names: readonly string[]): ILayout {
  const sorted = [...new Set(names)].sort(compareNames);
  return {
    count: sorted.length,
    nameAt: index => sorted[index] ?? '',
    bytesAt: index => 1000 + (index % 977)
  };
}
