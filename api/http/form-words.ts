import type { Bilingual } from '../../domain/bilingual';

/** A fault that the form of a request has, as Ajv finds it. */
export interface FormFault {
  readonly keyword: string;
  /** JSON pointer of the field, such as `/commands/0/data/line`. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Path of the field at fault (`commands.0.data.line`); of one that is missing, not known or names no kind, the field itself. */
export const fieldAtFault = ({ instancePath, params }: FormFault): string =>
  [instancePath.slice(1).replaceAll('/', '.'), ownField(params)].filter((part) => part !== '').join('.');

const ownField = ({ missingProperty, additionalProperty, tag }: FormFault['params']): string =>
  [missingProperty, additionalProperty, tag].find((name) => typeof name === 'string') ?? '';

/** Type of an unknown command, as sent. */
export function unknownCommand(fault: FormFault): string | undefined {
  const { tagValue } = fault.params;
  const isCommand = fault.keyword === 'discriminator' && /^(commands\.\d+\.)?type$/.test(fieldAtFault(fault));
  return isCommand && typeof tagValue === 'string' ? shortened(tagValue) : undefined;
}

/** The same as a sentence goes on with it, where the field is not named beside it. */
export function formDetail(fault: FormFault): Bilingual {
  const { en, zh } = formWords(fault);
  return fieldAtFault(fault) === '' ? { en: `it ${en}`, zh } : { en: `a field ${en}`, zh: `有一项${zh}` };
}

const MOST_LISTED = 50;

/** Describes the fault of a field; the text follows the field's name. */
export function formWords({ keyword, params }: FormFault): Bilingual {
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'required':
      return { en: 'is missing', zh: '缺失' };
    case 'additionalProperties':
      return { en: 'is not a known field', zh: '不是可填的字段' };
    case 'type':
      return typeWords(params['type']);
    case 'minLength':
    case 'minItems':
      return limit === 1
        ? { en: 'must not be empty', zh: '不得为空' }
        : lengthWords(keyword, { en: 'at least', zh: '至少' }, limit);
    case 'maxLength':
    case 'maxItems':
      return lengthWords(keyword, { en: 'at most', zh: '至多' }, limit);
    case 'minProperties':
      return { en: 'needs at least one field', zh: '至少填写一项' };
    case 'uniqueItems':
      return { en: 'contains a duplicate', zh: '含重复内容' };
    case 'minimum':
      return { en: `must be ${limit} or more`, zh: `不得小于 ${limit}` };
    case 'maximum':
      return { en: `must be ${limit} or less`, zh: `不得大于 ${limit}` };
    case 'exclusiveMinimum':
      return { en: `must be more than ${limit}`, zh: `须大于 ${limit}` };
    case 'exclusiveMaximum':
      return { en: `must be less than ${limit}`, zh: `须小于 ${limit}` };
    case 'enum':
      return oneOfWords(params['allowedValues']);
    case 'const':
      return oneOfWords([params['allowedValue']]);
    case 'discriminator':
      return kindWords(params['tagValue']);
    case 'pattern':
    case 'format':
      return { en: 'does not have the required format', zh: '格式不正确' };
    default:
      return { en: 'is not valid', zh: '填写有误' };
  }
}

const TYPES = new Map<unknown, Bilingual>([
  ['integer', { en: 'a whole number', zh: '整数' }],
  ['number', { en: 'a number', zh: '数字' }],
  ['string', { en: 'a text', zh: '文本' }],
  ['boolean', { en: 'true or false', zh: ' true 或 false' }],
  ['array', { en: 'a list', zh: '列表' }],
  ['object', { en: 'an object with fields', zh: '含字段的对象' }],
  ['null', { en: 'empty', zh: '空值' }],
]);

const MOST_QUOTED = 60;
const shortened = (text: string): string =>
  text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;

function kindWords(value: unknown): Bilingual {
  if (value === undefined) return { en: 'is missing', zh: '缺失' };
  if (typeof value !== 'string') return typeWords('string');
  const quoted = shortened(value);
  return { en: `has the unknown type "${quoted}"`, zh: `类型不存在：“${quoted}”` };
}

function typeWords(type: unknown): Bilingual {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  const words = types.flatMap((one) => TYPES.get(one) ?? []);
  return {
    en: `must be ${words.map(({ en }) => en).join(' or ')}`,
    zh: `应为${words.map(({ zh }) => zh).join('或')}`,
  };
}

function lengthWords(keyword: string, bound: Bilingual, limit: number): Bilingual {
  const unit = keyword.endsWith('Items') ? { en: 'entries', zh: '项' } : { en: 'characters', zh: '个字符' };
  return { en: `must have ${bound.en} ${limit} ${unit.en}`, zh: `${bound.zh} ${limit} ${unit.zh}` };
}

function oneOfWords(values: unknown): Bilingual {
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  // No sentence lists every currency of the world.
  if (list.length > MOST_LISTED) return { en: 'is not one of the allowed values', zh: '不在可选值之内' };
  const known = list.map(String).join(', ');
  return { en: `must be one of: ${known}`, zh: `应为以下之一：${known}` };
}
