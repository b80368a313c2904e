interface ApprovalFilters {
  readonly scope?: 'mine' | 'all';
}

export const approvalFilters = ({ scope }: Record<string, unknown>): ApprovalFilters =>
  scope === 'mine' || scope === 'all' ? { scope } : {};
