import type { Config } from '../../platform/config';
import type { DeliveryChannel } from './port';
import { smtpChannel } from './smtp';
import { webhookChannel } from './webhook';

/** The ways that are configured, the first that carries a message taken: mail, else the webhook. None by default. */
export function channelsOf(config: Config): readonly DeliveryChannel[] {
  const { AFTERCARE_SMTP_URL, AFTERCARE_SMTP_FROM, AFTERCARE_WEBHOOK_URL, AFTERCARE_WEBHOOK_SECRET } = config;
  return [
    ...(AFTERCARE_SMTP_URL !== undefined && AFTERCARE_SMTP_FROM !== undefined
      ? [
          smtpChannel({
            url: AFTERCARE_SMTP_URL,
            inTheClear: config.AFTERCARE_SMTP_TLS === 'off',
            from: AFTERCARE_SMTP_FROM,
          }),
        ]
      : []),
    ...(AFTERCARE_WEBHOOK_URL !== undefined && AFTERCARE_WEBHOOK_SECRET !== undefined
      ? [webhookChannel({ url: AFTERCARE_WEBHOOK_URL, secrets: AFTERCARE_WEBHOOK_SECRET.split(',') })]
      : []),
  ];
}
