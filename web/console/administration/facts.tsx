import type { ReactNode } from 'react';

type Fact = readonly [label: string, value: ReactNode];

/** Lists values by their labels, and leaves out those that are not set. */
export const Facts = ({ facts }: { readonly facts: readonly (Fact | undefined)[] }) => (
  <dl className="facts">
    {facts.map(
      (fact) =>
        fact && (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
    )}
  </dl>
);
