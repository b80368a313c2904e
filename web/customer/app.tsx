import { CasePage } from './case/case-page';
import { CompanyProvider } from './company';
import { Frame } from './frame';
import { LanguageProvider } from './language';

export const App = () => (
  <LanguageProvider>
    <CompanyProvider>
      <Frame>
        <CasePage />
      </Frame>
    </CompanyProvider>
  </LanguageProvider>
);
