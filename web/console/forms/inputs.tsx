import { ownZone } from '../../shared/instants';
import { useCodes, type CodeList } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { useCustomerLanguage } from '../snippets/facts';
import { SnippetText } from '../snippets/snippet-area';
import { idsOf, Labelled, type FieldProps } from './field';
import { useCurrencies } from './queries';
import { codesOf, isForCustomer, kindOf, labelOf, optionsOf } from './schema';
import { localInstant, textOf } from './values';
import { FORM_WORDS } from './words';

/** Text, a number, an amount. */
export function TextField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const kind = kindOf(props.schema);
  const { language } = useLanguage();
  const customerLanguage = useCustomerLanguage();
  const { input } = idsOf(props);
  const value = textOf(props.value);
  const isNumber = props.schema.type === 'integer' || props.schema.type === 'number';
  return (
    <Labelled {...props} {...(kind === 'minutes' && { aside: t('minutes') })}>
      {kind === 'text' ? (
        <SnippetText
          {...input}
          rows={3}
          value={value}
          onText={props.onChange}
          textLanguage={isForCustomer(props.schema) ? (customerLanguage ?? language) : language}
        />
      ) : (
        <input
          {...input}
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'money' ? 'decimal' : isNumber ? 'numeric' : undefined}
          className={isNumber ? 'short' : undefined}
          autoComplete="off"
          value={value}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </Labelled>
  );
}

/** A day and a time of the reader's zone. */
export function InstantField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const { input } = idsOf(props);
  return (
    <Labelled {...props} aside={t('zone', { zone: ownZone() })}>
      <span className="with-button">
        <input
          {...input}
          type="datetime-local"
          value={textOf(props.value)}
          onChange={({ target }) => props.onChange(target.value)}
        />
        <button
          type="button"
          className="button-plain"
          onClick={() => props.onChange(localInstant(Date.now()))}
        >
          {t('now')}
        </button>
      </span>
    </Labelled>
  );
}

interface Option {
  readonly value: string;
  readonly name: string;
}

/** One of a few values, by their names. */
export function ChoiceField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const { input } = idsOf(props);
  const options = useOptions(props);
  return (
    <Labelled {...props}>
      <select {...input} value={textOf(props.value)} onChange={({ target }) => props.onChange(target.value)}>
        <option value="">{props.isRequired ? t('choose') : t('none')}</option>
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Values to choose from, by their names in the reader's language. */
export function useOptions({ schema, place }: Pick<FieldProps, 'schema' | 'place'>): readonly Option[] {
  const codes = useCodes();
  const named = useName();
  const currencies = useCurrencies();
  const kind = kindOf(schema);
  const own = place.choices[kind];
  if (own) return own;
  if (kind === 'currency') return currencies.items.map(({ code }) => ({ value: code, name: code }));
  const words = optionsOf(schema);
  const list = codesOf(schema);
  return (schema.enum ?? []).map((value) => {
    const word = words[value];
    if (word) return { value, name: named(word) };
    // The list is named by the API's own document, in which it stands.
    return { value, name: list === undefined ? value : codes.name(list as CodeList, value) };
  });
}

export function YesNoField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const { input } = idsOf(props);
  const value = props.value === true ? 'yes' : props.value === false ? 'no' : '';
  return (
    <Labelled {...props}>
      <select
        {...input}
        className="short"
        value={value}
        onChange={({ target }) => props.onChange(target.value === '' ? undefined : target.value === 'yes')}
      >
        <option value="">{props.isRequired ? t('choose') : t('none')}</option>
        <option value="yes">{t('yes')}</option>
        <option value="no">{t('no')}</option>
      </select>
    </Labelled>
  );
}

/** A field that has one value alone is said, not asked. */
export function FixedField({ schema, name }: FieldProps) {
  const named = useName();
  const value = String(schema.const);
  const word = optionsOf(schema)[value];
  return (
    <p className="field fixed">
      {named(labelOf(schema, name))}: <strong>{word ? named(word) : value}</strong>
    </p>
  );
}
