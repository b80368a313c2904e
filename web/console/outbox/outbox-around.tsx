import { useContext, type ReactNode } from 'react';
import './outbox.css';
import { OutboxSign } from './outbox-sign';
import { Kept, OutboxProvider } from './use-outbox';

/**
 * Around everything that an engineer sees: what waits is sent whichever page is open, and the sign of it always stands there. Within another
 * one it adds nothing.
 */
export function OutboxAround({ children }: { readonly children: ReactNode }) {
  const around = useContext(Kept);
  if (around) return children;
  return (
    <OutboxProvider>
      <div className="outbox-bar">
        <OutboxSign />
      </div>
      {children}
    </OutboxProvider>
  );
}
