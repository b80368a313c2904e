import { describe, expect, it } from '@jest/globals';
import { Type, type TSchema } from '@sinclair/typebox';
import { validatorCompiler } from '../../../api/http/validation';
import { Closed, Nullable, Secret, Text } from '../../../api/http/schema/common';
import { CommandBatch } from '../../../api/case-commands/schema';
import { LoginBody } from '../../../api/access/schema';
import { NewRequest } from '../../../api/requests/schema';
import { readerOf } from '../../../api/http/schema/read-as';

const Note = Closed({
  text: Text(20),
  by: Type.Optional(Text(20)),
  on: Nullable(Text(20)),
  lines: Type.Optional(Type.Array(Closed({ what: Text(5) }))),
  tags: Type.Optional(Type.Array(Text(5))),
  secret: Type.Optional(Secret(20)),
});

const check = (schema: TSchema, data: unknown, httpPart = 'body') => {
  const validate = validatorCompiler({ schema, method: 'POST', url: '/', httpPart });
  const isValid = validate(data);
  const [fault] = ('errors' in validate ? validate.errors : null) ?? [];
  return isValid === true ? data : (fault?.params ?? fault);
};

describe('Input is read in one place, by its schema', () => {
  it('as people mean it, however deep', () => {
    const data = { text: ' a\u200bb ', on: 'x\u00a0y', lines: [{ what: '\ufeffok' }], tags: ['a\u0301'] };
    expect(check(Note, data)).toEqual({ text: 'ab', on: 'x y', lines: [{ what: 'ok' }], tags: ['á'] });
  });

  it('an optional text that is blank is left out; one that may be null is null', () => {
    expect(check(Note, { text: 'a', by: '\u200b', on: '\u3000' })).toEqual({ text: 'a', on: null });
  });

  it('of a correction, a blank is none: refused where there has to be one', () => {
    const Patch = Closed(
      { name: Type.Optional(Text(5)), city: Type.Optional(Nullable(Text(5))) },
      { minProperties: 1 },
    );
    expect(check(Patch, { name: 'x', city: ' ' })).toEqual({ name: 'x', city: null });
    expect(check(Patch, { name: '\u200b', city: 'y' })).toMatchObject({ limit: 1 });
  });

  it('a required text that is blank is missing, and named', () => {
    expect(check(Note, { text: '\u2060 ', on: null })).toEqual({ missingProperty: 'text' });
    expect(check(Note, { text: 'a', on: null, lines: [{ what: '\n\t' }] })).toEqual({
      missingProperty: 'what',
    });
  });

  it('an item that is blank is refused where it stands', () => {
    expect(check(Note, { text: 'a', on: null, tags: ['a', ' '] })).toMatchObject({ limit: 1 });
  });

  it('length counts what is left', () => {
    expect(check(Note, { text: `${'\u200b'.repeat(100)}a`, on: null })).toEqual({ text: 'a', on: null });
  });

  it('secrets and ids are taken to the letter', () => {
    expect(check(Note, { text: 'a', on: null, secret: ' p\u00a0w ' })).toMatchObject({
      secret: ' p\u00a0w ',
    });
    const login = { login: 'li.wei\u200b', password: ' pass\u200bword ' };
    expect(check(LoginBody, login)).toEqual({ login: 'li.wei', password: ' pass\u200bword ' });
  });

  it('each kind of command is read by its own schema', () => {
    const command = { id: 'command-0001', type: 'addNote', data: { text: ' call\u00adback ' } };
    const other = { id: 'command-0002', type: 'escalate', data: { reason: '\u200b' } };
    expect(check(CommandBatch, { commands: [command] })).toEqual({
      commands: [{ ...command, data: { text: 'callback' } }],
    });
    expect(check(CommandBatch, { commands: [command, other] })).toEqual({ missingProperty: 'reason' });
  });

  it('a request keeps what is text, and loses what is not there', () => {
    const read = readerOf(NewRequest)?.({
      channel: 'phone',
      sender: { kind: 'customer', name: '王\u200b秀英', phone: ' 138 0013 8000', email: ' ' },
      subject: '空压\u200b机',
      text: '一\r\n二',
      language: 'zh',
      unitSerial: 'ＳＣ７５Ｆ—２１０３—０３５１',
    });
    expect(read).toEqual({
      channel: 'phone',
      sender: { kind: 'customer', name: '王秀英', phone: '138 0013 8000' },
      subject: '空压机',
      text: '一\n二',
      language: 'zh',
      unitSerial: 'SC75F-2103-0351',
    });
  });

  it('leaves what is of another shape for the schema to refuse', () => {
    for (const data of [null, 5, 'text', [], { text: 5 }, { text: { a: 1 } }])
      expect(() => check(NewRequest, data)).not.toThrow();
  });
});
