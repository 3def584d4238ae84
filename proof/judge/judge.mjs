// The judge of access: what identities may do, decided over what was read back from the account.
import './collation.mjs';
import { becomes } from './identities.mjs';
import { launchers, tryMethods } from './escalation.mjs';
import { decide } from './decide.mjs';
import { addStrangers } from './foreign.mjs';
import { lint } from './lint.mjs';
import { judgeMutants } from './mutants.mjs';
import { overlaps } from './overlap.mjs';
import { quotasOf } from './quotas.mjs';
import { allActions, foreignReach } from './reach.mjs';
import { decider, judgeRows } from './rows.mjs';
import { readWorld } from './world.mjs';

export { vet } from './vet.mjs';

/**
 * Proves an access contract.
 * @param details the authorization details of every account
 * @param place partition, account and region of the stack
 * @param identities the identities of the contract: arn, key (their name in the stack), kind, and made where the stack makes them
 * @param rows the contract's rows: id, expects (all, notAll, none) and requests; without any there is nothing that could notice a mutant
 * @param declared the roles that an identity may pass or assume by the contract: by, role, service or assumed
 */
export async function prove({ details, place, identities, rows, declared }) {
  const clock = stopwatch();
  const world = readWorld(details, identities.map(({ arn }) => arn));
  const own = identities.map(({ arn }) => world.identities.get(arn)).filter(Boolean);
  const strangers = addStrangers(world, place, launchers);
  const decideOnce = decider(world, place);

  const verdicts = await judgeRows(decideOnce, rows);
  clock.lap('rows');
  const mutants = rows.length ? await judgeMutants(world, place, stackPolicies(own, identities), rows, verdicts) : { count: 0, noticed: 0, unnoticed: [] };
  clock.lap('mutants');
  const faults = [];
  for (const policy of stackPolicies(own, identities)) faults.push(...await lint(policy));
  clock.lap('lint');

  const roles = [strangers.admin, strangers.executionRole, ...own.filter(identity => identity.kind === 'role')];
  const declaredOf = arn => declared.filter(d => d.by === arn);
  const escalation = [];
  const steps = new Map();
  const reach = [];
  for (const identity of own) {
    const others = roles.filter(role => role !== identity);
    escalation.push({
      arn: identity.arn,
      methods: await tryMethods(world, place, identity, others, declaredOf(identity.arn)),
      becomes: await becomes(world, place, identity, roles, declaredOf, steps),
    });
  }
  clock.lap('escalation');
  for (const identity of own) reach.push({ arn: identity.arn, actions: await foreignReach(world, place, identity) });
  clock.lap('reach');
  const kinds = new Map(identities.map(({ arn, kind }) => [arn, kind]));
  const overlap = await overlaps(world, place, own, arn => kinds.get(arn));
  clock.lap('overlap');

  return {
    rows: verdicts,
    mutants,
    lint: faults,
    escalation,
    reach,
    overlap,
    actionsOfAws: (await allActions()).length,
    quotas: own.flatMap(quotasOf),
    hatches: own.flatMap(
      identity => identity.policies.filter(policy => policy.source === 'aws').map(policy => ({ arn: identity.arn, policy: policy.name }))),
    times: clock.laps,
  };
}

/** The policies that the stack makes. To an identity that was there before, it adds some whose names begin with its key. */
function stackPolicies(own, identities) {
  const policies = own.flatMap(identity => {
    const { made, key } = identities.find(({ arn }) => arn === identity.arn);
    const attached = identity.policies.filter(policy => policy.source !== 'aws' && (made || policy.name.startsWith(`${key}-`)));
    return made && identity.trust ? [...attached, identity.trust] : attached;
  });
  return [...new Set(policies)];
}

function stopwatch() {
  const laps = {};
  let last = performance.now();
  return {
    laps,
    lap(name) {
      const now = performance.now();
      laps[name] = Math.round(now - last);
      last = now;
    },
  };
}

/** Decides requests one by one, each by the policies of both its accounts. */
export function judge({ details, place, requests }) {
  const world = readWorld(details, requests.map(({ by }) => by));
  return Promise.all(requests.map(request => decide(world, place, request)));
}
