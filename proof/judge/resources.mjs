// Resources that bear policies of their own.
import { arnParts } from './documents.mjs';

// A function's policy, too, may name one of its versions.
const bearers = {
  s3: ({ partition, resource }) => `arn:${partition}:s3:::${resource.split('/')[0]}`,
  lambda: ({ partition, region, account, resource }) =>
    `arn:${partition}:lambda:${region}:${account}:${resource.split(':').slice(0, 2).join(':')}`,
  // The six characters at the end of a secret's ARN are of AWS's choice.
  secretsmanager: ({ partition, region, account, resource }) =>
    `arn:${partition}:secretsmanager:${region}:${account}:${resource.replace(/-[^-]{6}$/, '')}`,
};

/** The resource whose policy decides on a resource: the bucket of an object. Equal for all names of one resource, and no more than that. */
export function bearerOf(arn) {
  const parts = arnParts(arn);
  return arn.startsWith('arn:') && Object.hasOwn(bearers, parts.service) ? bearers[parts.service](parts) : arn;
}

// What a resource of a service is called.
const words = {
  ecr: 'repository', kms: 'key', lambda: 'function', s3: 'bucket', secretsmanager: 'secret', sns: 'topic', sqs: 'queue', ec2: 'endpoint',
};

/** What the policy of a resource is called. */
export function labelOf(arn) {
  const { service, resource } = arnParts(bearerOf(arn));
  return `policy of ${words[service] ?? service} ${resource.replace(/^(key|secret|repository|function|vpc-endpoint)[:/]/, '')}`;
}

// An endpoint's bounds what comes through it, and is no policy of what is asked for; the alias of a key bears none.
function bearsPolicy(on) {
  const { service, resource } = arnParts(on);
  return Object.hasOwn(words, service ?? '') && service !== 'ec2' && !(service === 'kms' && resource.startsWith('alias/'));
}

/**
 * The resources that rows say somebody may use, and whose own policies are not known, and the identity providers whose audiences are not:
 * their labels. A key of which none is known is taken to be handed to its account, any other resource to bear none, and a provider to take
 * every token.
 */
export function unseen(world, rows) {
  const asked = rows.filter(({ expects }) => expects === 'all').flatMap(({ requests }) => requests);
  const used = asked.map(({ on }) => on).filter(bearsPolicy).map(bearerOf).filter(on => !world.resources.has(on)).map(labelOf);
  const providers = asked.map(({ by }) => by).filter(by => by.includes(':oidc-provider/') && !world.audiences.has(by))
    .map(by => `audiences of identity provider ${by.split(':oidc-provider/')[1]}`);
  return [...new Set([...used, ...providers])].sort();
}
