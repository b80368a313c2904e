import { useState } from 'react';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { CallerFile } from './caller';
import type { Drafting } from './draft';
import { CALL_WORDS } from './words';

interface Choice extends Pick<Drafting, 'draft' | 'change'> {
  readonly file: CallerFile | undefined;
  readonly serial: string;
}

const OTHER = '?';

/** The unit that the call is about: of the caller's, or any serial number as it was read out. */
export function UnitChoice({ draft, change, file, serial }: Choice) {
  const t = useWords(CALL_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const units = file?.units ?? [];
  const isOwn = units.some((unit) => unit.serial === serial);
  const [asksOther, setAsksOther] = useState(false);
  const isOther = units.length === 0 || asksOther || (!isOwn && (draft.unitSerial ?? '') !== '');
  return (
    <div className="pair">
      {units.length > 0 && (
        <label>
          {t('unit')}
          <select
            value={isOther ? OTHER : serial}
            onChange={({ target }) => {
              setAsksOther(target.value === OTHER);
              change({ unitSerial: target.value === OTHER ? '' : target.value });
            }}
          >
            <option value="">{t('noUnit')}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.serial}>
                {`${unit.serial} · ${language === 'zh' ? unit.product.nameZh : unit.product.nameEn} · ${codes.name('warrantyState', unit.warranty.state)}`}
              </option>
            ))}
            <option value={OTHER}>{t('otherSerial')}</option>
          </select>
        </label>
      )}
      {isOther && (
        <label>
          {t('serial')}
          <input
            value={draft.unitSerial ?? ''}
            maxLength={100}
            onChange={({ target }) => change({ unitSerial: target.value })}
          />
        </label>
      )}
    </div>
  );
}
