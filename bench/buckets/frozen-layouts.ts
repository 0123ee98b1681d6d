import { createHash } from 'node:crypto';
import type { ILayout } from '../../test/support/gcs/layouts';
import { layoutOf } from './late-layouts';

/**
 * A satellite's granules by product, year, day of year and hour; three timestamps in a name, some days missing.
 */
export function granules(count: number): ILayout {
  const products = [
    ['ABI-L1b-RadC', 16, 12],
    ['ABI-L2-CMIPF', 16, 6],
    ['ABI-L2-SSTF', 1, 1],
    ['GLM-L2-LCFA', 1, 180],
    ['SUVI-L1b-Fe094', 1, 15]
  ] as const;
  const names: string[] = [];
  for (let day = 0; names.length < count; day += 1) {
    const at = new Date(Date.UTC(2022, 10, 1 + day));
    const year = String(at.getUTCFullYear());
    const ofYear = String(
      (at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 0)) / 86_400_000
    ).padStart(3, '0');
    for (const [product, bands, everyHour] of products) {
      const isMissing = (day * 7 + product.length) % 23 === 0;
      for (let scan = 0; scan < 24 * everyHour && !isMissing; scan += 1) {
        const hour = String(Math.floor(scan / everyHour)).padStart(2, '0');
        const tenths = Math.floor(((scan % everyHour) * 36_000) / everyHour);
        const clock = (tenth: number): string =>
          `${year}${ofYear}${hour}${String(Math.floor(tenth / 600)).padStart(2, '0')}${String(tenth % 600).padStart(3, '0')}`;
        for (let band = 1; band <= bands && names.length < count; band += 1) {
          const channel =
            bands > 1 ? `-M6C${String(band).padStart(2, '0')}` : '';
          names.push(
            `${product}/${year}/${ofYear}/${hour}/OR_${product}${channel}_G16_s${clock(tenths)}_e${clock(Math.min(35_999, tenths + 93 + band))}_c${clock(Math.min(35_999, tenths + 141 + ((scan * 31) % 60)))}.nc`
          );
        }
      }
    }
  }
  return layoutOf(names);
}

/**
 * What people upload: folders in mixed case and with spaces, photographs numbered by cameras, UUIDs, exports named by
 * the second they were made in, a copy of a code repository.
 */
export function uploads(count: number): ILayout {
  const people = ['Anna B', 'JSmith', 'lab-shared', 'maria.k', 'Zoë', 'tmp'];
  const names: string[] = [];
  for (let set = 0; names.length < count; set += 1) {
    const person = people[(set * set + 1) % people.length] ?? '';
    const kind = set % 4;
    const size = Math.min(
      count - names.length,
      40 + ((set * 15_485_863) % 9000)
    );
    const big = set % 29 === 5 ? 8 : 1;
    for (let at = 0; at < size * big; at += 1) {
      const hash = createHash('sha1').update(`${String(set)} ${String(at)}`);
      const hex = hash.digest('hex');
      const second = String(1_609_459_200 + set * 86_400 + at * 37);
      names.push(
        [
          `${person}/Field Trip ${String(2010 + (set % 14))}/DSC_${String(at % 10_000).padStart(4, '0')}${at < 10_000 ? '' : ` (${String(Math.floor(at / 10_000))})`}.JPG`,
          `${person}/inbox-${String(set)}/${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}.bin`,
          `${person}/exports/${second}_run${String(set)}.csv.gz`,
          `${person}/Code/model_v${String(set)}/src/${['Core', 'io', 'physics', 'tests'][at % 4] ?? ''}/mod${String(at)}.F90`
        ][kind] ?? ''
      );
    }
  }
  return layoutOf(names);
}

/**
 * A weather model's stores, a run an hour: `sfc/20210401/20210401_05z_anl.zarr/level/variable/level/variable/4.3`, half
 * as many variables in forecasts, and one analysis-ready store of eighty years beside them.
 */
export function forecasts(count: number): ILayout {
  const variables = ['CAPE', 'DPT', 'HGT', 'PRES', 'REFC', 'TMP', 'UGRD'];
  const levels = ['surface', '2m_above_ground', '500mb', 'entire_atmosphere'];
  const names: string[] = [];
  for (let chunk = 0; chunk < count * 0.35; chunk += 1) {
    names.push(
      `ar/full_37-1h.zarr/${['temperature', 'u_component_of_wind', 'geopotential'][chunk % 3] ?? ''}/${String(Math.floor(chunk / 3))}.0.0.0`
    );
  }
  for (let run = 0; names.length < count; run += 1) {
    const at = new Date(Date.UTC(2021, 3, 1, run)).toISOString();
    const day = at.slice(0, 10).replaceAll('-', '');
    for (const kind of ['anl', 'fcst']) {
      const store = `sfc/${day}/${day}_${at.slice(11, 13)}z_${kind}.zarr`;
      for (const [place, level] of levels.entries()) {
        for (const [nth, variable] of variables.entries()) {
          const array = `${store}/${level}/${variable}/${level}/${variable}`;
          const isThere = kind === 'anl' || (nth + place) % 2 === 0;
          for (let chunk = 0; chunk < 16 && isThere; chunk += 1) {
            names.push(
              `${array}/${String(Math.floor(chunk / 4))}.${String(chunk % 4)}`
            );
          }
        }
      }
    }
  }
  return layoutOf(names.slice(0, count));
}
