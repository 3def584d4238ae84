// IAM's quotas (IAM User Guide, "IAM and AWS STS quotas"), in characters without white space.
const size = document => JSON.stringify(document).replace(/\s/g, '').length;

/** How much of each quota an identity uses. */
export function quotasOf(identity) {
  const inline = identity.policies.filter(policy => policy.source === 'inline' && policy.id.startsWith(`${identity.arn}#`));
  const managed = identity.policies.filter(policy => policy.arn);
  const rows = [];
  if (inline.length)
    rows.push(
      [
        'inline policies together',
        inline.reduce((sum, policy) => sum + size(policy.document), 0),
        identity.kind === 'role' ? 10240 : 2048,
      ]);
  for (const policy of managed.filter(p => p.source === 'managed')) rows.push(
    [`managed policy ${policy.name}`, size(policy.document), 6144]);
  if (managed.length) rows.push(['managed policies attached', managed.length, 10]);
  if (identity.trust) rows.push(['trust policy', size(identity.trust.document), 2048]);
  rows.push(['name', identity.name.length, 64]);
  return rows.map(([what, used, quota]) => ({ identity: identity.name, what, used, quota }));
}
