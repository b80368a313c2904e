import { Link } from '@tanstack/react-router';
import { draftKey, readDraft, type CallDraft } from '../call/draft';
import { keep } from '../kept';
import { useWords } from '../language';
import { useMe } from '../session';
import { CUSTOMERS_WORDS } from './words';

interface About {
  readonly serial: string;
  readonly customer: NonNullable<CallDraft['customer']>;
}

/** Leads to a new call with the unit and its customer filled in. A call that was begun before is not written over. */
export function CallAbout({ serial, customer: { id, name } }: About) {
  const t = useWords(CUSTOMERS_WORDS);
  const { id: staffId } = useMe();
  const key = draftKey(staffId, '');
  const begun = readDraft(key);
  const isWritten = Object.keys(begun).some((name) => name !== 'customer' && name !== 'unitSerial');
  const isOther = isWritten && begun.isDone !== true && begun.unitSerial !== serial;
  if (isOther)
    return (
      <p>
        {t('callUnfinished')} <Link to="/call">{t('toCall')}</Link>
      </p>
    );
  return (
    <p>
      <Link
        to="/call"
        className="button-plain"
        onClick={() => {
          if (begun.unitSerial !== serial) keep(key, { customer: { id, name }, unitSerial: serial });
        }}
      >
        {t('registerCall')}
      </Link>
    </p>
  );
}
