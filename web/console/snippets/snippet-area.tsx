import { useId, useRef, useState, type KeyboardEvent, type TextareaHTMLAttributes } from 'react';
import { flushSync } from 'react-dom';
import { filled, type Language } from '../../shared/language';
import { useLanguage, useWords } from '../language';
import { useMe } from '../session';
import { TEXT_MODULES, type TextModule } from './modules';
import './snippets.css';
import { SNIPPETS_WORDS } from './words';

interface SnippetArea extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** The language of the person who will read the text. */
  readonly textLanguage: Language;
}

/** A slash at the beginning of a word; Chinese keyboards give `、` for it. A slash within a number is none. */
const ASKED = /(?:^|\s)([/、]([\w\p{Script=Han}]*))$/u;

/** A text area that offers the text modules after a slash: arrows choose, Enter takes, Escape leaves the slash. */
export function SnippetArea({ label, value, onText, textLanguage, ...rest }: SnippetArea) {
  const t = useWords(SNIPPETS_WORDS);
  const { language } = useLanguage();
  const me = useMe();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<{
    readonly start: number;
    readonly end: number;
    readonly word: string;
  }>();
  const [chosen, setChosen] = useState(0);
  const offered = asked ? TEXT_MODULES.filter((module) => isMeant(module, asked.word)) : [];
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
    const name = textLanguage === 'zh' ? me.nameZh : me.nameEn;
    const text = filled(module.texts[textLanguage], { me: name });
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
      <label htmlFor={`${id}-area`}>{label}</label>
      <textarea
        {...rest}
        id={`${id}-area`}
        ref={area}
        value={value}
        placeholder={t('hint')}
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
              <span className="quiet">{module.texts[textLanguage]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const isMeant = ({ key, names }: TextModule, word: string): boolean =>
  key.startsWith(word) || names.zh.includes(word) || ` ${names.en.toLowerCase()}`.includes(` ${word}`);
