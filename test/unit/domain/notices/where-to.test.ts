import { describe, expect, it } from '@jest/globals';
import { whereTo } from '../../../../domain/notices/where-to';

const FILE = { emails: ['office@customer.example'], phones: ['+8613800138000'] };
const ASKER = { emails: ['dealer@elsewhere.example'], phones: [] };
/** One address of the file, one that is new. */
const COLLEAGUE = { emails: ['new@customer.example'], phones: ['+8613800138000'] };

describe('R1: an answer goes to whoever asked', () => {
  it.each([
    'request-received',
    'request-answered',
    'engineer-appointed',
    'appointment-moved',
    'taken-elsewhere',
    'case-closed',
  ])('sends %s to the sender first, and to the file where nothing carries it there', (template) => {
    expect(whereTo(template, ASKER, FILE)).toEqual([ASKER, FILE]);
  });

  it.each(['case-link', 'quote-offered', 'invoice-issued', 'survey-asked', 'report-amended'])(
    'sends %s to the customer first where the file does not know the sender',
    (template) => {
      expect(whereTo(template, ASKER, FILE)).toEqual([FILE, ASKER]);
    },
  );

  it('sends everything to a sender whom the file knows by one address', () => {
    expect(whereTo('quote-offered', COLLEAGUE, FILE)).toEqual([COLLEAGUE, FILE]);
  });

  it('takes the file alone where the request came by letter', () => {
    expect(whereTo('request-answered', { emails: [], phones: [] }, FILE)).toEqual([FILE]);
  });

  it('writes to the sender where the file has no address', () => {
    expect(whereTo('survey-asked', ASKER, { emails: [], phones: [] })).toEqual([ASKER]);
  });
});
