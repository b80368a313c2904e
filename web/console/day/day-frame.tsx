import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { OutboxAround } from '../outbox/outbox-around';
import './day.css';
import { useForms, useKeptCodes } from './use-day';

/** Around the pages of an engineer on the phone: they work without a connection. */
export function DayFrame() {
  useForms();
  useKeptCodes();
  useEffect(() => {
    // Browsers have no service worker on a page without TLS: there the day works as long as it is open.
    if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
  }, []);
  return (
    <OutboxAround>
      <div className="day">
        <Outlet />
      </div>
    </OutboxAround>
  );
}
