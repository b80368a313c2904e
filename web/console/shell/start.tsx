import { Navigate } from '@tanstack/react-router';
import { useMe } from '../session';

/** The page that somebody begins with: engineers with their day. */
export function Start() {
  const { roles } = useMe();
  return <Navigate to={roles.includes('repair-engineer') ? '/day' : '/cases'} replace />;
}
