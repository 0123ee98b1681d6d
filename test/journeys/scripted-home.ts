import type { Page } from '@playwright/test';

/**
 * What a route of the home answers in place of the server.
 */
export interface IAnswer {
  /** An answer as a whole, or the items of a stream. */
  readonly body?: unknown;
  readonly items?: readonly unknown[];
  /** The stream does not end before the next answers are given. */
  readonly isOpen?: boolean;
  /** A failure of the contract. */
  readonly failure?: { readonly status: number; readonly code: string };
  /** Nothing answers: the connection is down, or the answer does not come before the next ones. */
  readonly network?: 'down' | 'silent';
}

export type Answers = Readonly<Record<string, IAnswer>>;

declare global {
  // eslint-disable-next-line @typescript-eslint/naming-convention -- the browser's own name
  interface Window {
    leapAnswers: Answers;
    leapOpen: (() => void)[];
  }
}

/**
 * Put a script in the place of the home's routes, before the page is opened: each state can be shown then.
 */
export async function scriptHome(page: Page, answers: Answers): Promise<void> {
  await page.addInitScript(first => {
    window.leapAnswers = first;
    window.leapOpen = [];
    const real = window.fetch.bind(window);
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const route = /\/jupyterlab-leap\/(home\/[a-z]+)/.exec(url)?.[1];
      return route === undefined ? real(input, init) : reply(route);
    };

    function reply(route: string): Promise<Response> {
      const { body, items, isOpen, failure, network } = window.leapAnswers[
        route
      ] ?? { network: 'silent' };
      if (network === 'silent') {
        // The next answers are this one's too.
        return new Promise(resolve => {
          window.leapOpen.push(() => {
            resolve(reply(route));
          });
        });
      }
      if (network === 'down') {
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      const json = { 'Content-Type': 'application/json' };
      if (failure) {
        const { status, code } = failure;
        const said = { code, message: `Made up: ${code}.`, retryable: true };
        const text = JSON.stringify({ ...said, requestId: '0'.repeat(32) });
        return Promise.resolve(new Response(text, { status, headers: json }));
      }
      return Promise.resolve(
        items
          ? new Response(streamOf(items, isOpen === true), {
              headers: { 'Content-Type': 'application/x-ndjson' }
            })
          : new Response(JSON.stringify(body), { headers: json })
      );
    }

    function streamOf(
      items: readonly unknown[],
      isOpen: boolean
    ): ReadableStream {
      const encoder = new TextEncoder();
      return new ReadableStream({
        start: controller => {
          const write = (line: unknown): void =>
            controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
          const end = (): void => {
            write({ end: true });
            controller.close();
          };
          items.forEach(item => write({ item }));
          if (isOpen) {
            window.leapOpen.push(end);
          } else {
            end();
          }
        }
      });
    }
  }, answers);
}

/** What is answered from now on; streams that are open end. */
export async function answerFromNowOn(
  page: Page,
  answers: Answers
): Promise<void> {
  await page.evaluate(next => {
    window.leapAnswers = next;
    window.leapOpen.splice(0).forEach(end => {
      end();
    });
  }, answers);
}
