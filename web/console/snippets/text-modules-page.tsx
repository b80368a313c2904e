import { useState } from 'react';
import { newId } from '../../shared/ids';
import { useLanguage, useWords } from '../language';
import '../forms/forms.css';
import { PLACEHOLDERS } from './facts';
import { ModuleForm } from './module-form';
import { TEXT_MODULES } from './modules';
import { useOwnModules } from './own';
import './snippets.css';
import { SNIPPETS_WORDS } from './words';

/** The person's own text modules to write and change, and those that all share to read. */
export function TextModulesPage() {
  const t = useWords(SNIPPETS_WORDS);
  const { language } = useLanguage();
  const own = useOwnModules();
  const [added, setAdded] = useState(newId);
  const [said, setSaid] = useState('');
  return (
    <div className="text-modules">
      <h1>{t('title')}</h1>
      <p>{t('how')}</p>
      <dl className="placeholders">
        {PLACEHOLDERS.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className="done">
        {said}
      </p>
      {own.map((module) => (
        <ModuleForm key={module.id} module={module} taken={own} onDone={setSaid} />
      ))}
      <ModuleForm
        key={added}
        module={{ id: added, key: '', name: '', en: '', zh: '' }}
        isNew
        taken={own}
        onDone={(done) => {
          setSaid(done);
          setAdded(newId());
        }}
      />
      <section className="card" aria-labelledby="shared">
        <h2 id="shared">{t('shared')}</h2>
        <dl className="shared-modules">
          {TEXT_MODULES.map(({ key, names, texts }) => (
            <div key={key}>
              <dt>
                <kbd>/{key}</kbd> {names[language]}
              </dt>
              <dd lang="zh-CN">{texts.zh}</dd>
              <dd lang="en">{texts.en}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
