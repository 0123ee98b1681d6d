/**
 * An archive of model runs as its publishers arrange it: a few huge stores of chunks, many small ones.
 */
export function modelArchive(count: number): string[] {
  const names: string[] = [];
  const institutions = ['AWI', 'BCC', 'CCCma', 'CNRM-CERFACS', 'MOHC', 'NCAR'];
  const variables = ['hfls', 'pr', 'psl', 'tas', 'ua', 'zg'];
  for (let run = 0; names.length < count; run += 1) {
    const institution = institutions[(run * run) % institutions.length] ?? '';
    const variable = variables[run % variables.length] ?? '';
    const store = `CMIP/${institution}/${institution}-${String(run % 3)}LR/historical/r${String(run)}i1p1f1/day/${variable}/gn/v2019${String(1000 + ((run * 37) % 230))}/${variable}`;
    const times = run % 17 === 0 ? 30_000 : 60 + ((run * 7919) % 700);
    for (let time = 0; time < times && names.length < count; time += 1) {
      names.push(`${store}/${String(time)}.${String(time % 2)}.0`);
    }
  }
  return names;
}
