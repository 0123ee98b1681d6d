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
  const { description, tags } = dataset;
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
      <Facts dataset={dataset} trans={trans} />
    </>
  );
}

function Facts({ dataset, trans }: IAboutProps): React.JSX.Element {
  const { license, licenseUrl, maintainers, providers, links, sources } =
    dataset;
  const from = providers.map(({ name, url }) => (
    <Linked text={name} url={url} trans={trans} />
  ));
  const keptBy = maintainers.map(({ name, github }) => (
    <Linked
      text={name}
      url={github && `https://github.com/${github}`}
      trans={trans}
    />
  ));
  const shownLinks = links.map(({ label, url, text }) => (
    <WebLink address={url ?? text} text={label} trans={trans} />
  ));
  return (
    <dl className="jp-LeapCatalog-facts">
      <dt>{trans.__('Licence')}</dt>
      <dd>
        <Linked
          text={license ?? trans.__('not said')}
          url={licenseUrl}
          trans={trans}
        />
      </dd>
      <Fact name={trans.__('From')} lines={from} />
      <Fact name={trans.__('Kept by')} lines={keptBy} />
      <Fact
        name={trans.__('Listed by')}
        lines={sources.map(source => (
          <bdi>{visible(source)}</bdi>
        ))}
      />
      <Fact name={trans.__('Links')} lines={shownLinks} />
    </dl>
  );
}

/** A line for each; nothing where there is none. */
function Fact({
  name,
  lines
}: {
  name: string;
  lines: readonly React.ReactNode[];
}): React.JSX.Element | null {
  return lines.length > 0 ? (
    <>
      <dt>{name}</dt>
      <dd>
        {lines.map((line, index) => (
          <div key={index}>{line}</div>
        ))}
      </dd>
    </>
  ) : null;
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
