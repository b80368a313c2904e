import { api, bodyOf } from '../api';
import { useWords } from '../language';
import { DownloadButton } from '../shell/download-button';
import type { CaseFilters } from './filters';
import { CASES_WORDS } from './words';

/** The whole list as it is filtered, as a file for a spreadsheet. */
export function Download({ filters }: { readonly filters: CaseFilters }) {
  const t = useWords(CASES_WORDS);
  return (
    <DownloadButton
      file={t('file')}
      read={() =>
        bodyOf<unknown>(
          api.GET('/v1/cases', {
            params: { query: filters },
            headers: { accept: 'text/csv' },
            parseAs: 'blob',
          }),
        )
      }
    />
  );
}
