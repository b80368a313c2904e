import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useLanguage, useWords } from '../language';
import { idsOf, Labelled, type FieldProps } from './field';
import { LOOK_UPS, type Choice } from './look-ups';
import { kindOf } from './schema';
import { textOf } from './values';
import { FORM_WORDS } from './words';

/** A name is typed, and what it names is chosen from what the registers have. */
export function LookUpField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const { language } = useLanguage();
  const { schema, onChange } = props;
  const kind = kindOf(schema);
  const value = textOf(props.value);
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const q = useDeferredValue((typed ?? '').trim());
  const found = useQuery({
    queryKey: ['look-up', kind, schema.title, q, language],
    queryFn: async () => (await LOOK_UPS[kind]?.(q, language, schema)) ?? [],
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const named = useQuery({
    queryKey: ['look-up', kind, schema.title, value, language],
    queryFn: async () => (await LOOK_UPS[kind]?.(value, language, schema)) ?? [],
    enabled: value !== '' && !isOpen,
    staleTime: Infinity,
  });
  const known = [...(found.data ?? []), ...(named.data ?? [])].find((choice) => choice.value === value);
  const choices = isOpen ? (found.data ?? []) : [];
  const { id, input } = idsOf(props);
  const optionId = (n: number): string => `${id}-option-${n}`;
  const choose = (choice: Choice): void => {
    onChange(choice.value);
    setTyped(choice.name);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setMarked((now) => Math.min(Math.max(now + step, 0), Math.max(choices.length - 1, 0)));
    } else if (event.key === 'Enter' && isOpen && !event.ctrlKey && !event.metaKey) {
      const choice = choices[marked];
      event.preventDefault();
      if (choice) choose(choice);
    }
  };
  return (
    <Labelled {...props}>
      <span className="look-up">
        <input
          {...input}
          type="text"
          role="combobox"
          aria-expanded={isOpen && choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(isOpen && choices.length > 0 && { 'aria-activedescendant': optionId(marked) })}
          autoComplete="off"
          placeholder={t('search')}
          value={typed ?? known?.name ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            // Until something is chosen, what is typed is the value: numbers are often known by heart.
            onChange(target.value);
            setOpen(true);
            setMarked(0);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={t('search')}
          hidden={!isOpen || choices.length === 0}
        >
          {choices.map((choice, n) => (
            <li
              key={choice.value}
              id={optionId(n)}
              role="option"
              aria-selected={n === marked}
              onPointerDown={(event) => {
                // Before the field loses the focus, and the list closes.
                event.preventDefault();
                choose(choice);
              }}
            >
              {choice.name} {choice.hint !== undefined && <span className="quiet">{choice.hint}</span>}
            </li>
          ))}
        </ul>
        {isOpen && q !== '' && !found.isFetching && choices.length === 0 && (
          <span className="quiet small" role="status">
            {t('nothingFound')}
          </span>
        )}
      </span>
    </Labelled>
  );
}
