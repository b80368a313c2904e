import { useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import type { FormSchema } from './schema';

export type CommandForm = Omit<Schemas['CommandForm'], 'schema'> & { readonly schema: FormSchema };

/** The forms of all commands: they change with a version of Aftercare alone. */
const useForms = () =>
  useQuery({
    queryKey: ['command-forms'],
    queryFn: () => bodyOf(api.GET('/v1/commands')),
    staleTime: Infinity,
  });

export function useForm(process: CommandForm['process'], type: string) {
  const forms = useForms();
  const found = forms.data?.items.find((form) => form.process === process && form.type === type);
  return {
    form: found && { ...found, schema: found.schema as FormSchema },
    error: forms.error,
    retry: forms.refetch,
  };
}

/** Decimals of the currencies, as the API counts minor units. */
export function useCurrencies() {
  const { data } = useQuery({
    queryKey: ['currencies'],
    queryFn: () => bodyOf(api.GET('/v1/currencies')),
    staleTime: Infinity,
  });
  const items = data?.items ?? [];
  return {
    items,
    decimalsOf: (currency: string): number => items.find(({ code }) => code === currency)?.decimals ?? 2,
  };
}
