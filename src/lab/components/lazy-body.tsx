import * as React from 'react';
import type { ISection } from '../sidebar';

interface ILazyBodyProps {
  load: () => Promise<React.ReactElement>;
  section: ISection;
  /** What stands there when loading fails. */
  failureText: string;
}

/**
 * A section's content, loaded when the section is first seen.
 */
export function LazyBody({
  load,
  section,
  failureText
}: ILazyBodyProps): React.JSX.Element | null {
  const [body, setBody] = React.useState<React.ReactElement | null>(null);
  const [hasFailed, setHasFailed] = React.useState(false);
  React.useEffect(() => {
    let isWanted = true;
    let isLoading = false;
    const onShown = (): void => {
      if (section.isShown && !isLoading) {
        isLoading = true;
        load().then(
          element => {
            if (isWanted) {
              setBody(element);
            }
          },
          () => {
            // A part of the program is gone, as after an update of the server.
            if (isWanted) {
              setHasFailed(true);
            }
          }
        );
      }
    };
    section.isShownChanged.connect(onShown);
    onShown();
    return () => {
      isWanted = false;
      section.isShownChanged.disconnect(onShown);
    };
  }, [load, section]);
  return hasFailed ? <p role="alert">{failureText}</p> : body;
}
