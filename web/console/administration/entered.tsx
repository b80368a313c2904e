import { instantText } from '../../shared/instants';
import { useLanguage, useWords } from '../language';
import { useStaffNames } from './staff-name';
import { ADMINISTRATION_WORDS } from './words';

interface Author {
  readonly at: string | null;
  readonly by: string | null;
}

/** Names who entered a version, and when; an import has no author. */
export function Entered({ at, by }: Author) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const staffName = useStaffNames(by === null ? [] : [by]);
  return (
    <p className="quiet small">
      {at === null || by === null
        ? t('imported')
        : t('enteredBy', { who: staffName(by), at: instantText(at, language) })}
    </p>
  );
}
