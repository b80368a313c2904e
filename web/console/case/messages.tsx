import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { instantText } from '../../shared/instants';
import type { Words } from '../../shared/language';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';

type Message = Schemas['CaseMessages']['items'][number];

const WORDS = {
  messages: { en: 'Messages to the customer', zh: '发给客户的消息' },
  none: { en: 'No message yet.', zh: '暂无消息。' },
  waiting: { en: 'waiting', zh: '待发送' },
  sent: { en: 'sent', zh: '已发送' },
  failed: { en: 'failed', zh: '发送失败' },
  expired: { en: 'not sent: too old', zh: '未发送：已过期' },
  kept: { en: 'not sent', zh: '未发送' },
  attempts: { en: 'tried {count} times', zh: '已尝试 {count} 次' },
  'address-unusable': { en: 'the address cannot be used', zh: '地址无法使用' },
  'recipient-unknown': { en: 'the recipient is not in the register', zh: '收件人不在档案中' },
  'recipient-inactive': { en: 'the recipient is no longer active', zh: '收件人已停用' },
  'no-channel': { en: 'no channel reaches this recipient', zh: '没有可送达的渠道' },
  'no-address': { en: 'the recipient has no address', zh: '收件人没有地址' },
  'no-answer': { en: 'the receiving system does not answer', zh: '接收系统无响应' },
  'no-words': { en: 'its text is not known here yet', zh: '消息文本暂不可用' },
  'sender-lost': { en: 'sending broke off several times', zh: '发送多次中断' },
  'too-old': { en: 'it was too old when sending began', zh: '开始发送时已过期' },
} as const satisfies Words;

const isKnown = (reason: string): reason is keyof typeof WORDS => Object.hasOwn(WORDS, reason);

const TONES: Readonly<Partial<Record<Message['state'], string>>> = {
  sent: 'chip-good',
  failed: 'chip-bad',
  expired: 'chip-bad',
  kept: 'chip-warn',
};

/** Messages to the customer, and whether each of them went out. */
export function Messages({ number }: { readonly number: string }) {
  const t = useWords(WORDS);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['case', number, 'messages'],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}/messages', { params: { path: { number } } })),
    placeholderData: keepPreviousData,
  });
  const says = ({ createdAt, settledAt, reason, state, attempts }: Message): string =>
    [
      instantText(settledAt ?? createdAt, language),
      ...(reason !== null && state !== 'expired' ? [isKnown(reason) ? t(reason) : reason] : []),
      ...(attempts > 1 ? [t('attempts', { count: attempts })] : []),
    ].join(' · ');
  return (
    <section className="card" aria-labelledby="case-messages">
      <h2 id="case-messages">{t('messages')}</h2>
      {data?.items.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="rows">
        {data?.items.map((message) => (
          <li key={`${message.createdAt} ${message.template}`}>
            <span>{message.title}</span>
            <span className={`chip ${TONES[message.state] ?? ''}`}>{t(message.state)}</span>
            <span className="quiet wide">{says(message)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
