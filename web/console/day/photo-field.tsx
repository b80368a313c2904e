import { useEffect, useId, useState } from 'react';
import { labelOf } from '../forms/schema';
import { rowsOf, textOf, type Typed } from '../forms/values';
import { useName, useWords } from '../language';
import { dropFile, fileOf, keepFile } from '../outbox/entries';
import type { InputOf } from './field-input';
import { useForm } from './form-context';
import { compressed } from '../../shared/photo';
import { DAY_WORDS } from './words';

/** Photos: kept on the phone at once, uploaded before the command that names them. */
export function PhotoField({
  name,
  schema,
  value,
  isRequired,
  isSingle,
  path,
  onChange,
}: InputOf & { readonly isSingle: boolean }) {
  const named = useName();
  const t = useWords(DAY_WORDS);
  const { number, faults, changeAt, reading } = useForm();
  const id = useId();
  const [isBroken, setBroken] = useState(false);
  const [isReading, setReading] = useState(false);
  const idsIn = (of: Typed) =>
    isSingle ? [textOf(of)].filter((one) => one !== '') : rowsOf(of).map((one) => textOf(one));
  const valueOf = (next: readonly string[]) => (isSingle ? next.at(-1) : next);
  const ids = idsIn(value);
  const take = async (files: readonly File[]): Promise<void> => {
    setBroken(false);
    setReading(true);
    const added: string[] = [];
    for (const file of files) {
      try {
        const blob = await compressed(file);
        added.push(await keepFile({ caseNumber: number, name: `${Date.now()}.jpg`, blob }));
      } catch {
        setBroken(true);
      }
    }
    changeAt(path, (before) => valueOf([...idsIn(before), ...added]));
    setReading(false);
  };
  const label = named(labelOf(schema, name));
  return (
    <fieldset className="day-field">
      <legend>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </legend>
      <div className="day-photos">
        {ids.map((one, index) => (
          <div key={one}>
            <Picture id={one} alt={t('photoNumber', { count: index + 1 })} />
            <button
              type="button"
              className="button-plain"
              onClick={() => {
                onChange(valueOf(ids.filter((kept) => kept !== one)));
                void dropFile(one);
              }}
            >
              {t('remove')}
              <span className="sr"> {t('photoNumber', { count: index + 1 })}</span>
            </button>
          </div>
        ))}
      </div>
      {(!isSingle || ids.length === 0) && (
        <>
          <label htmlFor={id} className="day-touch">
            <span aria-hidden="true">◉</span> {t('photo')}
          </label>
          <input
            id={id}
            className="sr"
            type="file"
            accept="image/*"
            capture="environment"
            multiple={!isSingle}
            onChange={({ target }) => {
              reading(take([...(target.files ?? [])]));
              target.value = '';
            }}
          />
        </>
      )}
      <p className="quiet" role="status">
        {isReading && t('photoReading')}
      </p>
      <p className="day-fault" role="alert">
        {isBroken ? t('photoFault') : faults[path] && t(faults[path])}
      </p>
    </fieldset>
  );
}

/** A picture that is kept on this phone. */
export function Picture({ id, alt }: { readonly id: string; readonly alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void fileOf(id).then((file) => {
      if (!file || isGone) return;
      made = URL.createObjectURL(file.blob);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id]);
  return <img src={url} alt={alt} width="96" height="96" />;
}
