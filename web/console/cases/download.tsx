import { useState } from 'react';
import { api, bodyOf } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import type { CaseFilters } from './filters';
import { CASES_WORDS } from './words';

/** The whole list as it is filtered, as a file for a spreadsheet. */
export function Download({ filters }: { readonly filters: CaseFilters }) {
  const t = useWords(CASES_WORDS);
  const shell = useWords(SHELL_WORDS);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const download = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const file: unknown = await bodyOf<unknown>(
        api.GET('/v1/cases', {
          params: { query: filters },
          headers: { accept: 'text/csv' },
          parseAs: 'blob',
        }),
      );
      if (!(file instanceof Blob)) throw new Error('The answer is no file');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${t('file')}-${new Date().toISOString().slice(0, 10)}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setFault(faultText(error, shell));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button-plain" disabled={isBusy} onClick={() => void download()}>
        {isBusy ? shell('loading') : t('download')}
      </button>
      <span role="alert">{fault}</span>
    </>
  );
}
