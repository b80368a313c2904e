import type { FunctionComponent } from 'preact';
import { CasePage } from './case/case-page';
import { CompanyProvider } from './company';
import { Frame } from './frame';
import { LanguageProvider } from './language';
import { PromisesPage } from './promises/promises-page';
import { RequestPage } from './request/request-page';

const PAGES: Readonly<Record<string, FunctionComponent>> = {
  '/c/request': RequestPage,
  '/c/promises': PromisesPage,
};
const Page = PAGES[location.pathname.replace(/\/$/, '')] ?? CasePage;

export const App = () => (
  <LanguageProvider>
    <CompanyProvider>
      <Frame>
        <Page />
      </Frame>
    </CompanyProvider>
  </LanguageProvider>
);
