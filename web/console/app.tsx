import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Refused } from './api';
import { LanguageProvider } from './language';
import { SessionProvider } from './session';
import { Loading } from './shell/states';

/** Loaded once somebody has come in: the login needs none of it. */
const Inside = lazy(() => import('./inside'));

const MOST_RETRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal is an answer: asking again gets the same. A lost connection is asked again.
      retry: (count, error) =>
        !(error instanceof Refused && error.problem.status < 500) && count < MOST_RETRIES,
      staleTime: 10_000,
    },
  },
});

export const App = () => (
  <LanguageProvider>
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <Suspense fallback={<Loading />}>
          <Inside />
        </Suspense>
      </SessionProvider>
    </QueryClientProvider>
  </LanguageProvider>
);
