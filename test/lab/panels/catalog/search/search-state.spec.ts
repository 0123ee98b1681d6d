import { PageConfig } from '@jupyterlab/coreutils';
import {
  linkedSearch,
  linkTo
} from '../../../../../src/lab/panels/catalog/deep-link';
import {
  EVERYTHING,
  readSearch,
  toggled,
  writeSearch,
  type ICatalogSearch
} from '../../../../../src/lab/panels/catalog/search/search-state';

const SEARCH: ICatalogSearch = {
  text: 'sea ice & "snow"',
  filters: [
    { facet: 'tag', value: 'a=b&c' },
    { facet: 'format', value: 'zarr' }
  ],
  sort: 'title'
};

describe('a search as a line', () => {
  it('comes back as it was', () => {
    expect(readSearch(writeSearch(SEARCH))).toEqual(SEARCH);
    expect(writeSearch(EVERYTHING)).toBe('');
  });

  it.each([
    ['nothing', ''],
    ['another field', 'token=secret&tag'],
    ['an unknown facet', '__proto__=x&constructor=y'],
    ['a sort that is none', 'sort=rm'],
    ['half a character', 'tag=%E0%A4%A'],
    ['an empty value', 'tag=']
  ])('reads %s as a search for everything', (_, line) => {
    expect(readSearch(line)).toEqual(EVERYTHING);
  });

  it('B60 takes no longer text than the service', () => {
    expect(readSearch(`text=${'x'.repeat(5000)}`).text).toHaveLength(1000);
  });

  it('takes a filter up and lays it down', () => {
    const filter = { facet: 'tag', value: 'ice' } as const;

    expect(toggled([], filter)).toEqual([filter]);
    expect(toggled([filter], filter)).toEqual([]);
  });
});

describe('a link to a search', () => {
  afterEach(() => {
    PageConfig.setOption('hubPrefix', '');
  });

  it('opens the search', () => {
    const link = linkTo(SEARCH, 'http://lab.test/');

    expect(link).toMatch(/^http:\/\/lab\.test\/lab\?leap-catalog=/);
    expect(linkedSearch(new URL(link).search)).toEqual(SEARCH);
  });

  it('leads everybody to their own server on a hub', () => {
    PageConfig.setOption('hubPrefix', '/hub/');

    expect(linkTo(EVERYTHING, 'http://lab.test/user/ann/')).toBe(
      `${location.origin}/hub/user-redirect/lab?leap-catalog=`
    );
  });

  it('is none where the address says nothing', () => {
    expect(linkedSearch('?reset')).toBeNull();
  });
});
