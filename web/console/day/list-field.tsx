import { useLanguage, useWords } from '../language';
import { FieldInput, type InputOf } from './field-input';
import { useForm } from './form-context';
import { fieldsOf, isCode, type Field } from './form-schema';
import { isValues, listOf, textOf, type Value } from './form-values';
import { ScanButton } from './scan-button';
import { DAY_WORDS } from './words';

/** A list of groups (parts used) or of codes (serial numbers), one line each. */
export function ListField({ name, field, path, value, isRequired, onChange }: InputOf) {
  const { language } = useLanguage();
  const t = useWords(DAY_WORDS);
  const { faults } = useForm();
  const items = listOf(value);
  const label = field['x-form']?.label[language] ?? name;
  const set = (index: number, item: Value | undefined) =>
    onChange(item === undefined ? items.filter((_, at) => at !== index) : items.with(index, item));
  const add = (item: Value) => onChange([...items, item]);
  return (
    <fieldset className="day-field">
      <legend>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </legend>
      {field['x-form']?.help && <p className="quiet">{field['x-form'].help[language]}</p>}
      {faults[path] && <p className="day-fault">{t(faults[path])}</p>}
      {items.map((item, index) => (
        // Lines have no names of their own: their place is what tells them apart.
        <div key={index} className="day-line">
          <Item
            field={field.items ?? {}}
            path={`${path}.${index}`}
            label={label}
            value={item}
            onChange={(one) => set(index, one)}
          />
          <button type="button" className="button-plain" onClick={() => set(index, undefined)}>
            {t('remove')}
            <span className="sr">{` ${label} ${index + 1}`}</span>
          </button>
        </div>
      ))}
      <div className="day-acts">
        <button type="button" className="button-plain" onClick={() => add(isCode(field) ? '' : {})}>
          ＋ {t('add')}
          <span className="sr"> {label}</span>
        </button>
        {isCode(field) && <ScanButton label={label} onScan={add} />}
      </div>
    </fieldset>
  );
}

interface ItemOf {
  readonly field: Field;
  readonly path: string;
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Item({ field, path, label, value, onChange }: ItemOf) {
  if (!field.properties)
    return (
      <input
        aria-label={label}
        value={textOf(value)}
        maxLength={field.maxLength}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    );
  const values = isValues(value) ? value : {};
  return fieldsOf(field).map((named) => (
    <FieldInput
      key={named.name}
      {...named}
      path={`${path}.${named.name}`}
      value={values[named.name]}
      onChange={(one) => onChange({ ...values, [named.name]: one })}
    />
  ));
}
