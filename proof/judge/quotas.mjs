import { arnParts } from './documents.mjs';
import { nameOf } from './world.mjs';

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
  for (const policy of managed.filter(p => p.source === 'managed')) rows.push(managedPolicy(policy));
  if (managed.length) rows.push(['managed policies attached', managed.length, 10]);
  if (identity.trust) rows.push(['trust policy', size(identity.trust.document), 2048]);
  rows.push(['name', identity.name.length, 64]);
  return rows.map(([what, used, quota]) => ({ identity: identity.name, what, used, quota }));
}

const managedPolicy = ({ name, document }) => [`managed policy ${name}`, size(document), 6144];

/** How much of its quota a managed policy uses that is attached to nobody, as a boundary. */
export function quotaOfManaged(policy) {
  const [what, used, quota] = managedPolicy(policy);
  return { identity: 'the account', what, used, quota };
}

// The quotas of resources' policies, in bytes, or in characters, which are ASCII: AWS KMS, "Resource quotas"; Amazon S3, "Bucket policies";
// AWS Secrets Manager, "Quotas"; Amazon ECR API Reference, "SetRepositoryPolicy"; AWS PrivateLink, "Quotas". Of other services none is
// checked.
const ofResources = { kms: 32768, s3: 20480, secretsmanager: 20480, ecr: 10240, ec2: 20480 };

/** How much of its quota the policy of a resource uses. */
export function quotasOfResource({ on, label, document }) {
  const quota = ofResources[arnParts(on).service];
  return quota ? [{ identity: nameOf(on), what: label, used: Buffer.byteLength(JSON.stringify(document)), quota }] : [];
}
