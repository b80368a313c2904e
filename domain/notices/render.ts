import type { Bilingual, Language } from '../bilingual';
import type { LinkPurpose } from '../identity/customer-link';
import { isJsonObject, type JsonValue } from '../json';
import { signOff, type Company } from './sign-off';
import { NOTICE_TEMPLATES, isNoticeName, type NoticeTemplate, type ParameterKind } from './templates';
import { isOptional, type OptionalKind } from './template';
import { OTHER_WORDS, VOCABULARY } from './words';

export interface Notice {
  readonly title: string;
  readonly text: string;
}

/** A message in its stored form: a template's name and what fills it. */
export interface StoredNotice {
  readonly template: string;
  readonly params: Readonly<Record<string, JsonValue | undefined>>;
}

/** Name of an organisation in the register; undefined for an unknown id. */
export type OrganisationNames = (id: string) => Bilingual | undefined;

const SOME_ORGANISATION: Bilingual = { en: 'the outlet', zh: '服务站' };
const LATE: Bilingual = {
  en: ' (This message is late because the system was unavailable.)',
  zh: '（系统曾中断，此通知有延迟。）',
};
const ENTERED_LATE: Bilingual = {
  en: ' (The request was received at {receivedAt} and entered at {enteredAt}.)',
  zh: '（该请求于 {receivedAt} 收到，于 {enteredAt} 录入。）',
};

/** Links to the customer's own case, created for one message only. */
const LINKS: Readonly<Record<'caseLink' | 'surveyLink', Bilingual>> = {
  caseLink: {
    en: ' Check the status, and confirm what we need from you, here: {url}',
    zh: ' 查看进展或办理待您确认的事项，请点击：{url}',
  },
  surveyLink: { en: ' Please give your answers here: {url}', zh: ' 请点击评价：{url}' },
};

const OPTIONAL: Readonly<Record<OptionalKind, Bilingual>> = {
  answerDue: { en: ' We will answer you by {value}.', zh: '我们将在 {value} 前答复您。' },
  pieces: { en: '{value} × ', zh: ' × {value}' },
};

/**
 * A message in the reader's words.
 * @param formatInstant an ISO-8601 instant as the reader's wall clock shows it; time zones are not for the rules to know.
 * @param more `link`: where the reader's own link leads, for messages that speak of one. `organisation`: what an organisation is called.
 * `company`: signs the message, for a reader who is a customer.
 * @throws {Error} for a template that there is not, or a parameter that is missing: the message could not be understood.
 */
export function renderNotice(
  { template: name, params }: StoredNotice,
  language: Language,
  formatInstant: (instant: string) => string,
  {
    link,
    organisation,
    company,
  }: {
    readonly link?: string | undefined;
    readonly organisation?: OrganisationNames;
    readonly company?: Company | undefined;
  } = {},
): Notice {
  if (!isNoticeName(name)) throw new Error(`There is no message "${name}"`);
  const template: NoticeTemplate = NOTICE_TEMPLATES[name];
  const word = (parameter: string): string => {
    const kind = template.parameters[parameter];
    if (kind === undefined) throw new Error(`Message "${name}" has no parameter "${parameter}"`);
    if (kind === 'caseLink' || kind === 'surveyLink')
      return link === undefined ? '' : LINKS[kind][language].replace('{url}', () => link);
    const value = params[parameter];
    if (isOptional(kind)) return optionalIn(kind, value, language, formatInstant);
    if (value === undefined || value === null) throw new Error(`Message "${name}" lacks "${parameter}"`);
    if (kind === 'organisation')
      return (organisation?.(typeof value === 'string' ? value : '') ?? SOME_ORGANISATION)[language];
    return wordOf(kind, value, language, formatInstant);
  };
  const fill = (text: Bilingual): string =>
    text[language].replace(/\{(\w+)\}/g, (_whole, parameter: string) => word(parameter));
  const text = fill(template.text).trim();
  return { title: fill(template.title), text: company ? `${text}\n${signOff(company, language)}` : text };
}

/** Purpose of the link in a message; undefined when the message has none. */
export function linkPurposeOf(template: string): LinkPurpose | undefined {
  if (!isNoticeName(template)) return undefined;
  const { parameters }: NoticeTemplate = NOTICE_TEMPLATES[template];
  switch (parameters['link']) {
    case 'caseLink':
      return 'case';
    case 'surveyLink':
      return 'survey';
    default:
      return undefined;
  }
}

/** The parameters of a message that are optional, by name. */
export function optionalOf(template: string): readonly (readonly [string, OptionalKind])[] {
  if (!isNoticeName(template)) return [];
  const { parameters }: NoticeTemplate = NOTICE_TEMPLATES[template];
  return Object.entries(parameters).flatMap(([name, kind]) =>
    isOptional(kind) ? [[name, kind] as const] : [],
  );
}

/** Ids of the organisations that a message names. */
export function organisationsIn({ template, params }: StoredNotice): readonly string[] {
  if (!isNoticeName(template)) return [];
  const { parameters }: NoticeTemplate = NOTICE_TEMPLATES[template];
  return Object.entries(parameters).flatMap(([name, kind]) => {
    const value = params[name];
    return kind === 'organisation' && typeof value === 'string' ? [value] : [];
  });
}

function wordOf(
  kind: Exclude<ParameterKind, OptionalKind | 'caseLink' | 'surveyLink' | 'organisation'>,
  value: JsonValue,
  language: Language,
  formatInstant: (instant: string) => string,
): string {
  if (kind === 'late') return latenessIn(value, language, formatInstant);
  if (kind === 'name' || (kind === 'told' && typeof value !== 'string')) return nameIn(value, language);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (kind) {
    case 'text':
    case 'told':
      return text;
    case 'instant':
      return formatInstant(text);
    case 'approvalKind':
    case 'approvalStatus':
    case 'withdrawal':
    case 'channel':
    case 'clock':
    case 'followUp':
    case 'unfinished':
    case 'offerEnd':
    case 'voidReason': {
      const words: Readonly<Record<string, Bilingual>> = VOCABULARY[kind];
      const known = Object.hasOwn(words, text) ? words[text] : undefined;
      return (known ?? OTHER_WORDS[kind])[language];
    }
  }
}

function optionalIn(
  kind: OptionalKind,
  value: JsonValue | undefined,
  language: Language,
  formatInstant: (instant: string) => string,
): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const said = kind === 'answerDue' ? formatInstant(text) : text;
  return OPTIONAL[kind][language].replace('{value}', () => said);
}

/** True: the system was away. Of a request entered late, when it was received and when entered. */
function latenessIn(
  value: JsonValue,
  language: Language,
  formatInstant: (instant: string) => string,
): string {
  if (!isJsonObject(value)) return value === true ? LATE[language] : '';
  return ENTERED_LATE[language].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const instant = value[name];
    return typeof instant === 'string' ? formatInstant(instant) : '';
  });
}

/** Name of an organisation or event, present in each language. @throws {Error} when it is missing. */
function nameIn(value: JsonValue, language: Language): string {
  const name = isJsonObject(value) ? value[language] : undefined;
  if (typeof name !== 'string') throw new Error(`No words in "${language}": ${JSON.stringify(value)}`);
  return name;
}
