import { routes, type Route } from '../../src/contract';
import { Dispatcher } from '../../src/service/dispatcher';
import type { Handlers } from '../../src/service/handlers';
import { never } from '../support/service/never';

/** Handlers of which only those that a test names exist. */
function dispatcher(handlers: Partial<Handlers>): Dispatcher {
  return new Dispatcher(handlers as Handlers);
}

describe('Dispatcher', () => {
  it('runs the handler of the route with the checked query', async () => {
    const summary = jest.fn().mockResolvedValue('the answer');
    const asked = dispatcher({ 'home/summary': summary });

    const answer = await asked.dispatch('home/summary', 'GET', {}, never);

    expect(answer).toEqual({ kind: 'reply', value: 'the answer' });
    expect(summary).toHaveBeenCalledWith({}, never);
  });

  it('gives a handler what the check made of the query, never the object that came', async () => {
    const place = jest.fn().mockResolvedValue('the answer');
    const came = { reference: 'gs://leap-scratch/ann/' };

    await dispatcher({ 'buckets/place': place }).dispatch(
      'buckets/place',
      'GET',
      came,
      never
    );

    const [given] = place.mock.calls[0] as [unknown];
    expect(given).toEqual(came);
    expect(given).not.toBe(came);
  });

  it('passes a stream on as a stream', async () => {
    async function* usage(): AsyncGenerator<never> {
      // It ends at once.
    }
    const asked = dispatcher({ 'home/usage': usage });

    const answer = await asked.dispatch('home/usage', 'POST', {}, never);

    expect(answer.kind).toBe('stream');
  });

  it.each(['', 'home', 'home/nothing', 'toString', '__proto__', 'constructor'])(
    'refuses the unknown route "%s"',
    async name => {
      await expect(
        dispatcher({}).dispatch(name, 'GET', {}, never)
      ).rejects.toMatchObject({ code: 'not-found' });
    }
  );

  it.each(Object.keys(routes) as Route[])(
    'refuses another method on %s',
    async name => {
      const other = routes[name].method === 'GET' ? 'POST' : 'GET';

      await expect(
        dispatcher({}).dispatch(name, other, {}, never)
      ).rejects.toMatchObject({ code: 'bad-request' });
    }
  );

  it.each(Object.keys(routes) as Route[])(
    'B68 refuses an unknown field on %s',
    async name => {
      await expect(
        dispatcher({}).dispatch(
          name,
          routes[name].method,
          { surprise: 1 },
          never
        )
      ).rejects.toMatchObject({ code: 'bad-request' });
    }
  );

  it('B68 names the unknown field, cut to a bearable length', async () => {
    const field = 'x'.repeat(10_000);

    const failure = await dispatcher({})
      .dispatch('home/summary', 'GET', { [field]: 1 }, never)
      .catch((reason: unknown) => reason);

    expect(failure).toMatchObject({
      message: expect.stringMatching(/^Unknown field: x{1,100}$/) as string
    });
  });

  it.each([null, 3, 'text', [], true])(
    'B68 refuses %j in place of an object',
    async query => {
      await expect(
        dispatcher({}).dispatch('home/summary', 'GET', query, never)
      ).rejects.toMatchObject({ code: 'bad-request' });
    }
  );
});
