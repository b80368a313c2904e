import {
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
  type TextareaHTMLAttributes,
} from 'react';
import { flushSync } from 'react-dom';
import type { Language } from '../../shared/language';
import { useLanguage, useWords } from '../language';
import { useFilled } from './facts';
import type { TextModule } from './modules';
import { useTextModules } from './own';
import './snippets.css';
import { SNIPPETS_WORDS } from './words';

interface SnippetText extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  readonly id: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** The language of the person who will read the text. */
  readonly textLanguage: Language;
  readonly area?: RefObject<HTMLTextAreaElement | null>;
}

/** A slash at the beginning of a word; Chinese keyboards give `、` for it. A slash within a number is none. */
const ASKED = /(?:^|\s)([/、]([\w\p{Script=Han}]*))$/u;

/** A text area with its label. */
export function SnippetArea({ label, ...rest }: Omit<SnippetText, 'id'> & { readonly label: string }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <SnippetText {...rest} id={id} />
    </div>
  );
}

/** A text area that offers the text modules after a slash: arrows choose, Enter takes, Escape leaves the slash. */
export function SnippetText({ value, onText, textLanguage, area: given, ...rest }: SnippetText) {
  const t = useWords(SNIPPETS_WORDS);
  const { language } = useLanguage();
  const modules = useTextModules();
  const fill = useFilled();
  const id = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const area = given ?? own;
  const [asked, setAsked] = useState<{
    readonly start: number;
    readonly end: number;
    readonly word: string;
  }>();
  const [chosen, setChosen] = useState(0);
  const offered = asked ? modules.filter((module) => isMeant(module, asked.word)) : [];
  const at = Math.min(chosen, Math.max(offered.length - 1, 0));

  const look = ({ value: text, selectionStart }: HTMLTextAreaElement) => {
    const found = ASKED.exec(text.slice(0, selectionStart));
    setAsked(
      found
        ? {
            start: selectionStart - (found[1] ?? '').length,
            end: selectionStart,
            word: (found[2] ?? '').toLowerCase(),
          }
        : undefined,
    );
    setChosen(0);
  };
  const take = (module: TextModule) => {
    if (!asked) return;
    const text = fill(module.texts[textLanguage], textLanguage);
    const caret = asked.start + text.length;
    // At once: a fast typist is in the next field before the next frame.
    flushSync(() => {
      onText(value.slice(0, asked.start) + text + value.slice(asked.end));
      setAsked(undefined);
    });
    area.current?.setSelectionRange(caret, caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const module = offered[at];
    if (!module || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) take(module);
    else if (event.key === 'Escape') setAsked(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = offered.length > 0;
  return (
    <div className="snippets">
      <textarea
        {...rest}
        ref={area}
        value={value}
        placeholder={rest.placeholder ?? t('hint')}
        aria-autocomplete="list"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
        onChange={({ target }) => {
          onText(target.value);
          look(target);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(undefined)}
      />
      {isOpen && (
        <ul className="snippets-list" role="listbox" id={id} aria-label={t('list')}>
          {offered.map((module, index) => (
            <li
              key={module.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                take(module);
              }}
            >
              <strong>{module.names[language]}</strong> <kbd>/{module.key}</kbd>
              <span className="quiet">{fill(module.texts[textLanguage], textLanguage)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const isMeant = ({ key, names }: TextModule, word: string): boolean =>
  key.startsWith(word) || names.zh.includes(word) || ` ${names.en.toLowerCase()}`.includes(` ${word}`);
