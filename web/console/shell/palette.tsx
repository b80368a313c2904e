import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent as Pressed } from 'react';
import { useLanguage, useWords } from '../language';
import { isTyping } from '../list-keys';
import { logOut } from '../session';
import { goTo, useFound } from './found';
import { KeysHelp } from './keys-help';
import './palette.css';
import { PALETTE_WORDS } from './palette-words';
import { useMenu } from './use-menu';
import { SHELL_WORDS } from './words';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail: string | null;
  readonly run: () => void;
}

/** Ctrl+K from anywhere: goes to whatever has these words, and does what the menu does. */
export function Palette() {
  const t = useWords(PALETTE_WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isHeld = event.ctrlKey || event.metaKey;
      if (isHeld && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      } else if (!isHeld && !event.altKey && !isTyping(event) && !document.querySelector('dialog[open]')) {
        if (event.key === '/') {
          event.preventDefault();
          const search = document.querySelector<HTMLElement>(
            'main input[type="search"], main input[type="tel"]',
          );
          if (search) search.focus();
          else open();
        }
        // A case has a list of its own.
        else if (event.key === '?' && !document.querySelector('dialog.case-keys')) help.current?.showModal();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="button-plain palette-open" onClick={open}>
        <SearchIcon />
        <span>{t('open')}</span> <kbd>Ctrl K</kbd>
      </button>
      <dialog
        ref={dialog}
        className="palette"
        aria-label={t('title')}
        onClose={() => setOpen(false)}
        onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      >
        {isOpen && <Choices onDone={() => dialog.current?.close()} />}
      </dialog>
      <dialog ref={help} className="palette" aria-label={t('keys')}>
        <KeysHelp />
      </dialog>
    </>
  );
}

function Choices({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(PALETTE_WORDS);
  const id = useId();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(0);
  const choices = useChoices(q.trim());
  const at = Math.min(chosen, Math.max(choices.length - 1, 0));
  const take = (choice: Choice) => {
    onDone();
    choice.run();
  };
  const onKeyDown = (event: Pressed) => {
    if (event.nativeEvent.isComposing) return;
    const choice = choices[at];
    if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && choice) take(choice);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={id}
        aria-activedescendant={choices.length > 0 ? `${id}-${at}` : undefined}
        aria-label={t('hint')}
        placeholder={t('hint')}
        value={q}
        maxLength={200}
        onChange={({ target }) => {
          setQ(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={id} role="listbox" aria-label={t('results')}>
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => take(choice)}
          >
            {choice.label} <span className="quiet">{choice.detail}</span>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="quiet">{t('none')}</p>}
    </>
  );
}

/** Pages and acts whose names have the words, and what the API finds. */
function useChoices(q: string): readonly Choice[] {
  const t = useWords(PALETTE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language, choose } = useLanguage();
  const entries = useMenu();
  const navigate = useNavigate();
  const found = useFound(q);
  const acts: readonly Choice[] = [
    ...entries.map(({ to, names }) => ({
      key: to,
      label: t('go', { page: names[language] }),
      detail: null,
      run: () => void navigate({ to }),
    })),
    {
      key: 'language',
      label: t('language'),
      detail: null,
      run: () => choose(language === 'zh' ? 'en' : 'zh'),
    },
    { key: 'out', label: shell('logOut'), detail: null, run: () => void logOut() },
  ];
  const words = q.toLowerCase();
  return [
    ...acts.filter(({ label }) => label.toLowerCase().includes(words)),
    ...found.map((one) => ({
      key: `${one.kind} ${one.id}`,
      label: one.label,
      detail: [t(one.kind), one.detail].filter(Boolean).join(' · '),
      run: () => void goTo(one, navigate),
    })),
  ];
}

const SearchIcon = () => (
  <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor">
    <path strokeWidth="2.5" strokeLinecap="round" d="m20 20-5-5m2-5a7 7 0 1 1-14 0 7 7 0 0 1 14 0" />
  </svg>
);
