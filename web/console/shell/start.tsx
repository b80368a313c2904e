import { Navigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { useMe } from '../session';

const StartPage = lazy(async () => ({ default: (await import('../start/start-page')).StartPage }));

/** The page that somebody begins with: engineers with their day, others with how it stands for them. */
export function Start() {
  const { roles } = useMe();
  return roles.includes('repair-engineer') ? <Navigate to="/day" replace /> : <StartPage />;
}
