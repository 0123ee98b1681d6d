/**
 * The ids of all commands, `jupyterlab-leap:verb-noun`.
 */
export const CommandIDs = {
  openHome: 'jupyterlab-leap:open-home',
  refreshHome: 'jupyterlab-leap:refresh-home',
  cancelHome: 'jupyterlab-leap:cancel-home',
  copyHomePath: 'jupyterlab-leap:copy-home-path',
  showFolderUsage: 'jupyterlab-leap:show-folder-usage',
  toggleHomePicture: 'jupyterlab-leap:toggle-home-picture',
  copyBucketCommand: 'jupyterlab-leap:copy-bucket-command',
  reviewClearable: 'jupyterlab-leap:review-clearable',
  deleteFromHome: 'jupyterlab-leap:delete-from-home',
  openBuckets: 'jupyterlab-leap:open-buckets',
  openPlace: 'jupyterlab-leap:open-place',
  refreshBuckets: 'jupyterlab-leap:refresh-buckets',
  openOwnFolder: 'jupyterlab-leap:open-own-folder',
  openParentFolder: 'jupyterlab-leap:open-parent-folder',
  openEntry: 'jupyterlab-leap:open-entry',
  copyGsPath: 'jupyterlab-leap:copy-gs-path',
  copyFolderPath: 'jupyterlab-leap:copy-folder-path',
  copyPlaceLink: 'jupyterlab-leap:copy-place-link',
  openPlaceLink: 'jupyterlab-leap:open-place-link',
  toggleBookmark: 'jupyterlab-leap:toggle-bookmark',
  insertEntryCode: 'jupyterlab-leap:insert-entry-code',
  copyEntryCode: 'jupyterlab-leap:copy-entry-code',
  copyEntryAddress: 'jupyterlab-leap:copy-entry-address',
  copyEntryCommand: 'jupyterlab-leap:copy-entry-command',
  openObject: 'jupyterlab-leap:open-object',
  downloadObject: 'jupyterlab-leap:download-object',
  measureFolder: 'jupyterlab-leap:measure-folder',
  measureOpenFolder: 'jupyterlab-leap:measure-open-folder',
  cancelMeasuring: 'jupyterlab-leap:cancel-measuring',
  loadMoreEntries: 'jupyterlab-leap:load-more-entries',
  stopListing: 'jupyterlab-leap:stop-listing',
  sortByName: 'jupyterlab-leap:sort-by-name',
  sortByDate: 'jupyterlab-leap:sort-by-date',
  sortBySize: 'jupyterlab-leap:sort-by-size',
  openImage: 'jupyterlab-leap:open-image',
  copyImageSpec: 'jupyterlab-leap:copy-image-spec',
  copyImageAs: 'jupyterlab-leap:copy-image-as',
  copyAddedAs: 'jupyterlab-leap:copy-added-as',
  insertImageCell: 'jupyterlab-leap:insert-image-cell',
  insertImageCheck: 'jupyterlab-leap:insert-image-check',
  openPackageList: 'jupyterlab-leap:open-package-list',
  copyMadeWith: 'jupyterlab-leap:copy-made-with',
  createRepositoryFiles: 'jupyterlab-leap:create-repository-files',
  compareImage: 'jupyterlab-leap:compare-image',
  refreshImage: 'jupyterlab-leap:refresh-image',
  openCatalog: 'jupyterlab-leap:open-catalog',
  searchCatalog: 'jupyterlab-leap:search-catalog',
  refreshCatalog: 'jupyterlab-leap:refresh-catalog',
  openDataset: 'jupyterlab-leap:open-dataset',
  closeDataset: 'jupyterlab-leap:close-dataset',
  insertDatasetCode: 'jupyterlab-leap:insert-dataset-code',
  openDatasetNotebook: 'jupyterlab-leap:open-dataset-notebook',
  copyDatasetCode: 'jupyterlab-leap:copy-dataset-code',
  openDatasetStore: 'jupyterlab-leap:open-dataset-store',
  checkDatasetReach: 'jupyterlab-leap:check-dataset-reach',
  openServer: 'jupyterlab-leap:open-server',
  refreshServer: 'jupyterlab-leap:refresh-server',
  askLastingAccess: 'jupyterlab-leap:ask-lasting-access',
  getTemporaryAccess: 'jupyterlab-leap:get-temporary-access'
} as const;

/** The i18n domain of every string. */
export const TRANSLATION_DOMAIN = 'jupyterlab_leap';

/** `describedBy` of a command without arguments. */
export const NO_ARGUMENTS = {
  args: { type: 'object', properties: {}, additionalProperties: false }
} as const;
