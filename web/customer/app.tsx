import type { FunctionComponent } from 'preact';
import { CompanyProvider } from './company';
import { Frame } from './frame';
import { LanguageProvider } from './language';
import { later } from './later';

/** Each page loads itself alone. */
const PAGES: Readonly<Record<string, FunctionComponent>> = {
  '/c/request': later(async () => (await import('./request/request-page')).RequestPage),
  '/c/promises': later(async () => (await import('./promises/promises-page')).PromisesPage),
};
const Page =
  PAGES[location.pathname.replace(/\/$/, '')] ??
  later(async () => (await import('./case/case-page')).CasePage);

export const App = () => (
  <LanguageProvider>
    <CompanyProvider>
      <Frame>
        <Page />
      </Frame>
    </CompanyProvider>
  </LanguageProvider>
);
