import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { instantText } from '../../shared/instants';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { useAttachments, type CaseDetail } from './queries';
import { FILE_TYPES, uploadFile } from './upload';
import { CASE_WORDS } from './words';

interface Of {
  readonly detail: CaseDetail;
}

/** Papers of the case as PDF, and the files that were sent to it. */
export function Documents({ detail }: Of) {
  const t = useWords(CASE_WORDS);
  const may = useMay();
  const { number, report, visits } = detail;
  const files = useAttachments(number).data?.items ?? [];
  const done = visits.filter(({ arrivedAt }) => arrivedAt !== null);
  const path = `/v1/cases/${encodeURIComponent(number)}`;
  const captions = new Map(detail.attachments.map(({ id, caption }) => [id, caption]));
  return (
    <section className="card" aria-labelledby="documents">
      <h2 id="documents">{t('documents')}</h2>
      <ul className="rows">
        {report && (
          <li>
            <a href={`${path}/service-report.pdf`} target="_blank" rel="noreferrer">
              {t('serviceReport')}
            </a>
          </li>
        )}
        {done.map((visit) => (
          <li key={visit.number}>
            <a href={`${path}/visits/${visit.number}/report.pdf`} target="_blank" rel="noreferrer">
              {t('visitReport', { number: visit.number })}
            </a>
          </li>
        ))}
      </ul>
      <ul className="files">
        {files.map((file) => (
          <FileRow
            key={file.id}
            href={`${path}/attachments/${file.id}`}
            file={file}
            caption={captions.get(file.id) ?? null}
          />
        ))}
      </ul>
      {!report && done.length === 0 && files.length === 0 && <p className="quiet">{t('noDocuments')}</p>}
      {may('case.attach') && <Upload number={number} />}
    </section>
  );
}

interface Row {
  readonly href: string;
  readonly file: { readonly name: string; readonly type: string; readonly uploadedAt: string };
  readonly caption: string | null;
}

function FileRow({ href, file, caption }: Row) {
  const { language } = useLanguage();
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer">
        {file.type.startsWith('image/') ? (
          <img src={href} alt="" loading="lazy" width="72" height="54" />
        ) : (
          <span className="file-kind" aria-hidden="true">
            PDF
          </span>
        )}
        <span>{caption ?? file.name}</span>
      </a>
      <span className="quiet">{instantText(file.uploadedAt, language)}</span>
    </li>
  );
}

function Upload({ number }: { readonly number: string }) {
  const t = useWords(CASE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const [said, setSaid] = useState({ text: '', isFault: false });
  const send = async (file: File): Promise<void> => {
    setSaid({ text: t('uploading', { name: file.name }), isFault: false });
    try {
      await uploadFile(number, file);
      setSaid({ text: t('uploaded', { name: file.name }), isFault: false });
      await queries.invalidateQueries({ queryKey: ['case', number] });
    } catch (error) {
      setSaid({ text: faultText(error, shell), isFault: true });
    }
  };
  return (
    <>
      <label className="upload no-print">
        <span>{t('upload')}</span>
        <input
          type="file"
          accept={FILE_TYPES.join(',')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void send(file);
            target.value = '';
          }}
        />
      </label>
      <p role={said.isFault ? 'alert' : 'status'} className={said.isFault ? 'fault' : 'quiet'}>
        {said.text}
      </p>
    </>
  );
}
