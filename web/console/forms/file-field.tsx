import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api';
import { FILE_TYPES, uploadFile } from '../case/upload';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { idsOf, Labelled, type FieldProps } from './field';
import { kindOf } from './schema';
import { textOf } from './values';
import { FORM_WORDS } from './words';

/** One of the files of the case, or a new one: it is uploaded at once, and the command names it. */
export function FileField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const number = props.place.caseNumber ?? '';
  const isPhoto = kindOf(props.schema) !== 'file';
  const [said, setSaid] = useState('');
  const files = useQuery({
    queryKey: ['case', number, 'attachments'],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}/attachments', { params: { path: { number } } })),
  });
  const { id, input } = idsOf(props);
  const send = async (file: File): Promise<void> => {
    setSaid(t('uploading', { name: file.name }));
    try {
      const kept = await uploadFile(number, file);
      await queries.invalidateQueries({ queryKey: ['case', number, 'attachments'] });
      props.onChange(kept.id);
      setSaid('');
    } catch (error) {
      setSaid(faultText(error, shell));
    }
  };
  return (
    <Labelled {...props}>
      <select {...input} value={textOf(props.value)} onChange={({ target }) => props.onChange(target.value)}>
        <option value="">{t('choose')}</option>
        {(files.data?.items ?? [])
          .filter(({ type }) => !isPhoto || type.startsWith('image/'))
          .map((file) => (
            <option key={file.id} value={file.id}>
              {file.name}
            </option>
          ))}
      </select>
      <input
        type="file"
        id={`${id}-upload`}
        aria-label={t('uploadOne')}
        accept={FILE_TYPES.filter((type) => !isPhoto || type.startsWith('image/')).join(',')}
        {...(isPhoto && { capture: 'environment' as const })}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void send(file);
        }}
      />
      <span role="status" className="quiet small">
        {said}
      </span>
    </Labelled>
  );
}
