import { Navigate } from '@tanstack/react-router';
import { useMay, useMe } from '../session';

/** The page that somebody begins with: engineers with their day, those who have tasks with their inbox. */
export function Start() {
  const { roles } = useMe();
  const may = useMay();
  if (roles.includes('repair-engineer')) return <Navigate to="/day" replace />;
  return <Navigate to={may('task.read') ? '/inbox' : '/cases'} replace />;
}
