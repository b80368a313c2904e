import { smtpChannel } from '../../../systems/notify/smtp';

/** `deliver-mail.ts URL`: delivers one message as the worker would, in a process of its own, and prints what came of it. */
const [url = ''] = process.argv.slice(2);
const channel = smtpChannel({ url, inTheClear: false, from: 'Aftercare <service@aftercare.example>' });
void channel
  .deliver({
    id: 'AS-2026-000001:1:0:cus-0001',
    template: 'case-closed',
    language: 'en',
    title: 'Closed',
    text: 'The case is closed.',
    createdAt: '2026-03-02T01:00:00.000Z',
    recipient: { kind: 'address', email: 'purchasing@customer.example' },
  })
  .then(async (outcome) => {
    process.stdout.write(JSON.stringify(outcome));
    await channel.close();
  });
