import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useEffect, useRef } from 'react';
import { useLanguage } from './language';
import { LiveProvider } from './shell/live';
import { NONCE, styleByNonce } from './shell/nonce';
import { router } from './router';

styleByNonce();

/** Colours that keep a contrast of 4.5 to 1 on white (WCAG 1.4.3). */
const THEME = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorTextDescription: '#56606d',
    colorTextPlaceholder: '#6b7280',
    fontSize: 14,
    borderRadius: 8,
    motion: false,
  },
};

/** The console for somebody who is logged in. */
export default function Inside() {
  const { language } = useLanguage();
  useReadAgain(language);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      csp={{ nonce: NONCE }}
      theme={THEME}
      button={{ autoInsertSpace: false }}
    >
      <LiveProvider>
        <RouterProvider router={router} />
      </LiveProvider>
    </ConfigProvider>
  );
}

/** Reads what is shown once more after a switch of languages: the API names people in it. */
function useReadAgain(language: string): void {
  const queries = useQueryClient();
  const shown = useRef(language);
  useEffect(() => {
    if (shown.current === language) return;
    shown.current = language;
    void queries.invalidateQueries();
  }, [language, queries]);
}
