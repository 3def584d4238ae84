// Passages: what a VPC endpoint lets through. Its policy bounds what others allow, so that it alone is asked.
import { passes } from './decide.mjs';
import { list, sampleOf, statementsOf } from './documents.mjs';
import { iamActionDetails, iamActionExists, iamServiceExists } from './iam.mjs';
import { nextTo, ofTheCaller, openingsIn } from './openings.mjs';

/**
 * The passages of an endpoint's policy: whom it lets through to everything, and everybody to whose it is (in words), with the actions.
 * What a statement names is meant.
 */
export async function passagesOf(world, policy) {
  const { account } = world.place;
  const found = new Map();
  for (const statement of statementsOf(policy.document).filter(({ Effect }) => Effect === 'Allow')) {
    const everything = list(statement.Resource).filter(isEverything);
    for (const { by, request, pattern } of triesOf(world, statement, list(statement.Action), everything)) {
      // The account's own to its own is meant; and the list of all buckets, say, is that of the caller's own.
      if (by === ofTheAccount && (request.context['aws:ResourceAccount'] === account || !await knowsAResource(pattern))) continue;
      if (passes(world, policy, request)) found.set(by, [...(found.get(by) ?? []), pattern]);
    }
  }
  return openingsIn(policy, found);
}

const ofTheAccount = 'everybody in the account, to what is of every account';

/** Whether a resource names nothing: neither a bucket, nor anything in an account. */
const isEverything = resource => resource === '*' || /^arn:[^:]*:(s3:::[*?]|[^:]*:[^:]*:\*:)/.test(resource);

async function knowsAResource(pattern) {
  const [service, name] = pattern.split(':');
  return !await iamServiceExists(service) || !await iamActionExists(service, name)
    || (await iamActionDetails(service, name)).resourceTypes.length > 0;
}

/** Whether a policy that lacks a part of a statement, or is wider by it, lets through what the policy itself does not. */
export function letsMoreThrough(world, policy, { original, statement, changed }) {
  if (statement?.Effect !== 'Allow') return false;
  const other = element => {
    const values = list(statement[element]);
    const more = values.filter(value => !list(original[element]).includes(value));
    // Of what is as before, one stands for all.
    return more.length ? more : values.slice(0, 1);
  };
  return triesOf(world, statement, other('Action'), other('Resource'))
    .some(({ request }) => passes(world, policy, request, changed) && !passes(world, policy, request));
}

/** What is asked that is not meant: by others, and by the account's own of what is others'. */
function triesOf({ place: { partition, region, account } }, statement, patterns, resources) {
  const accounts = [account, nextTo(account), '999999999999'];
  const asked = Object.values(statement.Condition ?? {}).flatMap(keys => Object.entries(keys));
  const chosen = Object.fromEntries(
    asked.filter(([key]) => !ofTheCaller.test(key)).map(([key, values]) => [key, sampleOf(list(values)[0])]));
  const named = asked.filter(([key]) => key.toLowerCase() === 'aws:resourceaccount').flatMap(([, values]) => list(values));
  const everythingOf = (owner, service) => `arn:${partition}:${service}:${service === 's3' ? '::' : `${region}:${owner}:x/`}x`;
  return accounts.flatMap(caller => [...new Set([...accounts, ...named])].flatMap(owner => patterns.flatMap(pattern => resources
    .filter(resource => resource !== '*' || caller !== account || owner !== account)
    .map(resource => ({
      by: caller === account ? ofTheAccount : 'every account',
      pattern,
      request: {
        by: `arn:${partition}:iam::${caller}:role/SomeoneElses`,
        action: sampleOf(pattern),
        on: resource === '*' ? everythingOf(owner, pattern.split(':')[0]) : sampleOf(resource),
        context: { ...chosen, 'aws:ResourceAccount': owner },
      },
    })))));
}
