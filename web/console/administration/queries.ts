import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api';

export const useCalendars = () =>
  useQuery({
    queryKey: ['administration', 'calendars'],
    queryFn: () => bodyOf(api.GET('/v1/calendars')),
  });

export const usePolicies = () =>
  useQuery({ queryKey: ['administration', 'policies'], queryFn: () => bodyOf(api.GET('/v1/policies')) });

export const useProducts = () =>
  useQuery({ queryKey: ['administration', 'products'], queryFn: () => bodyOf(api.GET('/v1/products')) });

export const useExclusions = () =>
  useQuery({
    queryKey: ['administration', 'exclusions'],
    queryFn: () => bodyOf(api.GET('/v1/entitlement-rules')),
  });

export const useApprovalRules = () =>
  useQuery({
    queryKey: ['administration', 'approval-rules'],
    queryFn: () => bodyOf(api.GET('/v1/approval-rules')),
  });
