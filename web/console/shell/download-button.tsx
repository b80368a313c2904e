import { useState } from 'react';
import { useWords } from '../language';
import { faultText } from './faults';
import { SHELL_WORDS } from './words';

interface Of {
  /** Name of the file, without day and ending. */
  readonly file: string;
  /** Asks the API for the list as `text/csv`, as a blob. */
  readonly read: () => Promise<unknown>;
}

/** Saves a list as a file for a spreadsheet. */
export function DownloadButton({ file, read }: Of) {
  const t = useWords(SHELL_WORDS);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const download = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const content = await read();
      if (!(content instanceof Blob)) throw new Error('The answer is no file');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = `${file}-${new Date().toISOString().slice(0, 10)}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setFault(faultText(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button-plain" disabled={isBusy} onClick={() => void download()}>
        {isBusy ? t('loading') : t('download')}
      </button>
      <span role="alert">{fault}</span>
    </>
  );
}
