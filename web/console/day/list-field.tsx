import { fieldsOf, helpOf, labelOf, type FormSchema } from '../forms/schema';
import { isGroup, rowsOf, textOf, type Typed } from '../forms/values';
import { useName, useWords } from '../language';
import { FieldInput, type InputOf } from './field-input';
import { useForm } from './form-context';
import { isCode } from './form-schema';
import { ScanButton } from './scan-button';
import { DAY_WORDS } from './words';

/** A list of groups (parts used) or of codes (serial numbers), one line each. */
export function ListField({ name, schema, path, value, isRequired, onChange }: InputOf) {
  const named = useName();
  const t = useWords(DAY_WORDS);
  const { faults } = useForm();
  const rows = rowsOf(value);
  const label = named(labelOf(schema, name));
  const help = helpOf(schema);
  const set = (index: number, item: Typed) =>
    onChange(item === undefined ? rows.filter((_, at) => at !== index) : rows.with(index, item));
  const add = (item: Typed) => onChange([...rows, item]);
  return (
    <fieldset className="day-field">
      <legend>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </legend>
      {help && <p className="quiet">{named(help)}</p>}
      {faults[path] && <p className="day-fault">{t(faults[path])}</p>}
      {rows.map((item, index) => (
        // Lines have no names of their own: their place is what tells them apart.
        <div key={index} className="day-line">
          <Item
            schema={schema.items ?? {}}
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
        <button type="button" className="button-plain" onClick={() => add(isCode(schema) ? '' : {})}>
          ＋ {t('add')}
          <span className="sr"> {label}</span>
        </button>
        {isCode(schema) && <ScanButton label={label} onScan={add} />}
      </div>
    </fieldset>
  );
}

interface ItemOf {
  readonly schema: FormSchema;
  readonly path: string;
  readonly label: string;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
}

function Item({ schema, path, label, value, onChange }: ItemOf) {
  if (!schema.properties)
    return (
      <input
        aria-label={label}
        value={textOf(value)}
        maxLength={schema.maxLength}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    );
  const values = isGroup(value) ? value : {};
  return fieldsOf(schema).map((property) => (
    <FieldInput
      key={property.name}
      {...property}
      path={`${path}.${property.name}`}
      value={values[property.name]}
      onChange={(one) => onChange({ ...values, [property.name]: one })}
    />
  ));
}
