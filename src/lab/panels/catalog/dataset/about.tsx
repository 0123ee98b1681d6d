import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { DatasetPage } from '../../../../contract';
import { FoldedText } from '../../../components/folded-text';
import { WebLink } from '../../../components/web-link';
import { visible } from '../../../visible';

/** The longest description of the hub's catalog has 700 characters. */
const LONGEST_DESCRIPTION = 800;

interface IAboutProps {
  dataset: DatasetPage;
  trans: TranslationBundle;
}

/**
 * What the record says about a data set, as text and nothing else.
 */
export function About({ dataset, trans }: IAboutProps): React.JSX.Element {
  const { description, tags, license, licenseUrl } = dataset;
  const { maintainers, providers, links, sources } = dataset;
  return (
    <>
      {description !== '' && (
        <p className="jp-LeapCatalog-description">
          <FoldedText
            text={description.split('\n').map(visible).join('\n')}
            longest={LONGEST_DESCRIPTION}
            name={trans.__('the description')}
            trans={trans}
          />
        </p>
      )}
      {tags.length > 0 && (
        <ul className="jp-LeapCatalog-tags" aria-label={trans.__('Tags')}>
          {tags.map(tag => (
            <li key={tag}>
              <bdi>{visible(tag)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <dl className="jp-LeapCatalog-facts">
        <Fact name={trans.__('Licence')}>
          <Linked
            text={license ?? trans.__('not said')}
            url={licenseUrl}
            trans={trans}
          />
        </Fact>
        {providers.length > 0 && (
          <Fact name={trans.__('From')}>
            {providers.map(({ name, url }, index) => (
              <div key={index}>
                <Linked text={name} url={url} trans={trans} />
              </div>
            ))}
          </Fact>
        )}
        {maintainers.length > 0 && (
          <Fact name={trans.__('Kept by')}>
            {maintainers.map(({ name, github }, index) => (
              <div key={index}>
                <Linked
                  text={name}
                  url={github && `https://github.com/${github}`}
                  trans={trans}
                />
              </div>
            ))}
          </Fact>
        )}
        {sources.length > 0 && (
          <Fact name={trans.__('Listed by')}>
            {sources.map(source => (
              <div key={source}>
                <bdi>{visible(source)}</bdi>
              </div>
            ))}
          </Fact>
        )}
        {links.length > 0 && (
          <Fact name={trans.__('Links')}>
            {links.map(({ label, url, text }, index) => (
              <div key={index}>
                <WebLink address={url ?? text} text={label} trans={trans} />
              </div>
            ))}
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({
  name,
  children
}: {
  name: string;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Linked({
  text,
  url,
  trans
}: {
  text: string;
  url: string | null;
  trans: TranslationBundle;
}): React.JSX.Element {
  return url === null || url === '' ? (
    <bdi>{visible(text)}</bdi>
  ) : (
    <WebLink address={url} text={text} trans={trans} />
  );
}
