import { useId } from 'react';
import { useLanguage } from '../language';
import type { Labelling } from './field-input';
import { useForm } from './form-context';
import { ScanButton } from './scan-button';

interface PartOf extends Labelling {
  readonly value: string;
  readonly required: boolean;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly onScan: (code: string) => void;
}

/** A part's number: typed, scanned, or one of those that were taken along. */
export function PartInput({ onScan, ...input }: PartOf) {
  const { visit } = useForm();
  const { language } = useLanguage();
  const list = useId();
  return (
    <div className="day-acts">
      <input {...input} list={list} autoCapitalize="characters" autoComplete="off" maxLength={60} />
      <datalist id={list}>
        {visit?.parts.map(({ partNumber, names }) => (
          <option key={partNumber} value={partNumber}>
            {names?.[language]}
          </option>
        ))}
      </datalist>
      <ScanButton label="" onScan={onScan} />
    </div>
  );
}
