import { cleanTags } from '../../../../src/service/catalog/record/clean-tags';

describe('cleanTags', () => {
  it.each([
    [['Sea-Ice', 'sea_ice ', 'SEA ICE'], ['sea ice']],
    [['my-custom-tag', 'zarr', 'OSN', 'open-storage-network'], []],
    [['', '-', '42', 'https://x.org', 'x'.repeat(100)], []],
    [['SST', 'sst'], ['SST']],
    [['  Ocean. '], ['ocean']]
  ])('makes of %j', (tags, labels) => {
    expect(cleanTags(tags).map(({ label }) => label)).toEqual(labels);
  });
});
