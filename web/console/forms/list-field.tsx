import { useName, useWords } from '../language';
import { Field, type FieldProps } from './field';
import { under } from './faults';
import { Fields } from './group-field';
import { helpOf, kindOf, labelOf } from './schema';
import { emptyOf, isGroup, rowsOf, type Typed } from './values';
import { FORM_WORDS } from './words';

/** Rows, each of which is added and removed by itself. */
export function ListField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const named = useName();
  const { schema, name, path, value, onChange, faults, place } = props;
  const { items } = schema;
  const rows = rowsOf(value);
  const label = named(labelOf(schema, name));
  const help = helpOf(schema);
  if (!items) return null;
  const set = (n: number, row: Typed): void => onChange(rows.with(n, row));
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {help && <p className="quiet small">{named(help)}</p>}
      {rows.map((row, n) => (
        // Rows have no name of their own: their place is theirs alone.
        <div className="row" key={under(path, n)}>
          {kindOf(items) === 'group' && isGroup(row) ? (
            <Fields
              schema={items}
              value={row}
              onChange={(changed) => set(n, changed)}
              path={under(path, n)}
              faults={faults}
              place={place}
            />
          ) : (
            <Field
              schema={items}
              name={name}
              path={under(path, n)}
              value={row}
              onChange={(changed) => set(n, changed)}
              isRequired
              faults={faults}
              place={place}
            />
          )}
          <button
            type="button"
            className="button-plain"
            aria-label={t('removeRow', { label, n: n + 1 })}
            onClick={() => onChange(rows.toSpliced(n, 1))}
          >
            {t('remove')}
          </button>
        </div>
      ))}
      {(schema.maxItems === undefined || rows.length < schema.maxItems) && (
        <button type="button" className="button-plain" onClick={() => onChange([...rows, emptyOf(items)])}>
          {t('addTo', { label })}
        </button>
      )}
      <p className="fault">{faults[path]}</p>
    </fieldset>
  );
}
