import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failed, Loading } from './states';

interface Known<P> {
  readonly Part?: FunctionComponent<P>;
  readonly error?: unknown;
}

/** A part that is loaded once it is shown: a case without a quote does not pay for the form that decides one. */
export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let known: Known<P> = {};
  return function Later(props: P) {
    const [{ Part, error }, setKnown] = useState(known);
    useEffect(() => {
      if (known.Part) return;
      load().then(
        (loaded) => setKnown((known = { Part: loaded })),
        (fault: unknown) => setKnown({ error: fault }),
      );
    }, []);
    if (Part) return <Part {...props} />;
    // A file that did not come is asked for again with the whole page.
    return error === undefined ? <Loading /> : <Failed error={error} retry={() => location.reload()} />;
  };
}
