import { useEffect, useRef, useState } from 'react';
import { DraftKept } from '../draft-kept';
import { useForm, type CommandForm } from '../forms/queries';
import { useCommand } from '../forms/use-command';
import { textOf } from '../forms/values';
import { useLanguage, useWords } from '../language';
import { SnippetText } from '../snippets/snippet-area';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

const NOTHING = {};

/** A note for colleagues, written without opening anything. */
export function NoteBox({ detail }: { readonly detail: CaseDetail }) {
  const { form } = useForm('case', 'addNote');
  const [count, setCount] = useState(0);
  if (!form || !detail.allowedCommands.includes('addNote')) return null;
  // Each note is a command of its own, with a box of its own.
  return (
    <Box
      key={count}
      form={form}
      number={detail.number}
      isNext={count > 0}
      onDone={() => setCount(count + 1)}
    />
  );
}

interface Writing {
  readonly form: CommandForm;
  readonly number: string;
  readonly isNext: boolean;
  readonly onDone: () => void;
}

function Box({ form, number, isNext, onDone }: Writing) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const note = useCommand(
    form,
    { process: 'case', number, version: undefined },
    { filled: NOTHING, onDone, isSure: true },
  );
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNext) box.current?.focus();
  }, [isNext]);
  const text = textOf(note.values['text']);
  const fault = note.faults['text'] ?? note.said;
  return (
    <form
      className="note-box no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void note.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <label htmlFor="note">{t('noteLabel')}</label>
      <SnippetText
        id="note"
        area={box}
        rows={2}
        value={text}
        aria-describedby="note-fault"
        textLanguage={language}
        onText={(typed) => note.change({ text: typed })}
      />
      <p id="note-fault" role="alert" className="fault">
        {fault}
      </p>
      <div className="buttons">
        <button type="submit" className="button-plain" disabled={note.standing === 'sending'}>
          {t('addNote')}
        </button>
        <span role="status" className="done">
          {isNext && text === '' ? t('noteAdded') : ''}
        </span>
        <DraftKept at={note.draft} />
      </div>
    </form>
  );
}
