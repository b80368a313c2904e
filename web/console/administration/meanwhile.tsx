import type { Place } from '../forms/field';
import { useOptions } from '../forms/inputs';
import { fieldsOf, labelOf, type FormSchema } from '../forms/schema';
import { rowsOf, textOf, type Typed } from '../forms/values';
import { useLanguage, useName, useWords } from '../language';
import { changedIn, isSame, type Correction } from './rebase';
import { ADMINISTRATION_WORDS } from './words';

interface Meanwhile {
  readonly schema: FormSchema;
  readonly entry: Correction;
  readonly place: Place;
}

/** Says what somebody else changed since the form was begun, and where the typed value would replace theirs. */
export function Meanwhile({ schema, entry: { values, base, before }, place }: Meanwhile) {
  const t = useWords(ADMINISTRATION_WORDS);
  const named = useName();
  const moved = changedIn({ ...base, ...before }, base);
  const fields = fieldsOf(schema).filter(({ name }) => moved.includes(name));
  return (
    <div role="status">
      {fields.length > 0 && (
        <>
          <p>{t('meanwhile')}</p>
          <ul>
            {fields.map(({ name, schema: field }) => (
              <li key={name}>
                {named(labelOf(field, name))}: <Value schema={field} value={before[name]} place={place} />
                {' → '}
                <Value schema={field} value={base[name]} place={place} />
                {!isSame(values[name], base[name]) && <strong> {t('yoursReplaces')}</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface Shown {
  readonly schema: FormSchema;
  readonly value: Typed;
  readonly place: Place;
}

/** A value as people read it. A group of fields is not spelled out: it stands in the form. */
function Value({ schema, value, place }: Shown) {
  const { language } = useLanguage();
  const options = useOptions({ schema: schema.items ?? schema, place });
  const nameOf = (text: string): string => options.find((one) => one.value === text)?.name ?? text;
  const texts = [textOf(value), ...rowsOf(value).map(textOf)].filter((text) => text !== '');
  return <>{texts.length === 0 ? '…' : texts.map(nameOf).join(language === 'zh' ? '、' : ', ')}</>;
}
