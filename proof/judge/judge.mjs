// The judge of access: what identities may do, decided over what was read back from the account.
import { saidOnce } from './answers.mjs';
import { becomes } from './identities.mjs';
import { delegated, faultsOf } from './boundaries.mjs';
import { launchers, tryMethods } from './escalation.mjs';
import { decide as decideOne, withKeysOfTags } from './decide.mjs';
import { addStrangeRoles, addStrangers } from './foreign.mjs';
import { lint } from './lint.mjs';
import { judgeMutants } from './mutants.mjs';
import { openingsOf } from './openings.mjs';
import { overlaps } from './overlap.mjs';
import { passagesOf } from './passages.mjs';
import { quotaOfManaged, quotasOf, quotasOfResource } from './quotas.mjs';
import { foreignReach } from './reach.mjs';
import { bearerOf, unseen } from './resources.mjs';
import { decider, judgeRows } from './rows.mjs';
import { takeovers } from './takeovers.mjs';
import { inhabitants, readWorld } from './world.mjs';

export { vet } from './vet.mjs';

/**
 * Proves an access contract.
 * @param world the accounts, as readWorld takes them
 * @param identities the identities of the contract: arn, key (their name in the stack), kind, made where the stack makes them,
 *   and policies, the names of those that the stack makes of one that was there before
 * @param rows the contract's rows: expects (all, notAll, none) and requests; without any there is nothing that could notice a mutant
 * @param declared the roles that an identity may pass or assume by the contract: by, role, service or assumed
 * @param boundaries the ARNs of the permissions boundaries that the stack makes
 * @param delegations what lets somebody make roles with one of them alone: kind, boundary and document
 */
export async function prove({ world: accounts, identities, rows: given, declared, boundaries, delegations }) {
  const clock = stopwatch();
  const rows = given.map(row => ({ ...row, requests: row.requests.map(withKeysOfTags) }));
  const world = readWorld(accounts, identities.map(({ arn }) => arn));
  const own = identities.map(({ arn }) => world.identities.get(arn)).filter(Boolean);
  const strangers = addStrangers(world, launchers);
  addStrangeRoles(world, rows);
  const decideOnce = decider(world);

  const verdicts = await judgeRows(decideOnce, rows);
  clock.lap('rows');
  const known = [...world.resources.values()].filter(Boolean);
  const resources = known.filter(({ isOthers }) => !isOthers);
  const bounds = boundariesOf(own, identities, boundaries);
  const makers = await Promise.all(delegations.map(delegation => delegated(world, delegation)));
  const policies = [...stackPolicies(own, identities), ...resources, ...bounds, ...makers.map(({ policy }) => policy)];
  const openings = (policy, changed, statements) => policy.source === 'endpoint'
    ? passagesOf(world, policy)
    : openingsOf(world, policy, strangers.executionRole.arn, declaredIn(rows), changed, statements);
  const mutants = rows.length
    ? await judgeMutants(
      world, policies, [...rows, ...makers.flatMap(made => made.rows)], [...verdicts, ...makers.flatMap(made => made.verdicts)],
      bounds, openings)
    : { count: 0, widened: 0, noticed: 0, unnoticed: [] };
  clock.lap('mutants');
  const faults = [];
  for (const policy of policies) faults.push(...await lint(policy, bounds.includes(policy)));
  clock.lap('lint');

  const present = inhabitants(world);
  const roles = [...present.filter(identity => identity.kind === 'role'), strangers.admin, strangers.executionRole];
  const declaredOf = arn => declared.filter(d => d.by === arn);
  const escalation = [];
  const steps = new Map();
  const reach = [];
  for (const identity of own) {
    const others = roles.filter(role => role !== identity);
    escalation.push({
      arn: identity.arn,
      methods: await tryMethods(world, identity, others, declaredOf(identity.arn)),
      becomes: await becomes(world, identity, roles, declaredOf, steps),
    });
  }
  const made = own.filter(({ arn }) => identities.some(identity => identity.arn === arn && identity.made));
  const taken = await takeovers(world, made, present.filter(identity => !own.includes(identity)));
  clock.lap('escalation');
  for (const identity of own) reach.push({ arn: identity.arn, actions: await foreignReach(world, identity) });
  clock.lap('reach');
  const kinds = new Map(identities.map(({ arn, kind }) => [arn, kind]));
  const overlap = await overlaps(world, own, arn => kinds.get(arn));
  clock.lap('overlap');

  return {
    ...saidOnce(verdicts),
    mutants,
    lint: faults,
    escalation,
    takeovers: taken,
    openings: (await Promise.all(known.map(policy => openings(policy)))).flat(),
    boundaries: { count: bounds.length, faults: faultsOf(world, bounds, makers) },
    unseen: unseen(world, rows),
    borrowed: borrowed(identities, policies, rows, verdicts),
    reach,
    overlap,
    quotas: [...own.flatMap(quotasOf), ...bounds.map(quotaOfManaged), ...resources.flatMap(quotasOfResource)],
    hatches: own.flatMap(
      identity => identity.policies.filter(policy => policy.source === 'aws').map(policy => ({ arn: identity.arn, policy: policy.name }))),
    times: clock.laps,
  };
}

/**
 * The policies that the stack makes. To an identity that was there before, it adds some whose names begin with its key, and those that the
 * contract names.
 */
function stackPolicies(own, identities) {
  const policies = own.flatMap(identity => {
    const { made, key, policies: named } = identities.find(({ arn }) => arn === identity.arn);
    const attached = identity.policies.filter(
      policy => policy.source !== 'aws' && (made || policy.name.startsWith(`${key}-`) || named.includes(policy.name)));
    return made && identity.trust ? [...attached, identity.trust] : attached;
  });
  return [...new Set(policies)];
}

/** The boundaries that the stack makes, of those that bound what it makes. */
const boundariesOf = (own, identities, arns) => [...new Set(own
  .filter(({ arn }) => identities.some(identity => identity.arn === arn && identity.made))
  .map(({ boundary }) => boundary).filter(boundary => boundary && arns.includes(boundary.arn)))];

/**
 * What an identity that was there before, and is given something, may do by policies alone that are not known to be the stack's.
 */
function borrowed(identities, policies, rows, verdicts) {
  const given = new Set(identities.filter(({ made, kind }) => !made && kind === 'passRoleGrants').map(({ arn }) => arn));
  const own = new Set(policies.map(({ id }) => id));
  const found = rows.flatMap(({ expects, requests }, r) => expects !== 'all' ? [] : requests.flatMap(({ by }, q) => {
    const { result, decidedBy } = verdicts[r].decisions[q];
    return given.has(by) && result === 'allowed' && !decidedBy.some(({ id }) => own.has(id))
      ? decidedBy.map(({ policy }) => JSON.stringify({ by, policy })) : [];
  }));
  return [...new Set(found)].map(text => JSON.parse(text));
}

/** Whether rows say that somebody may do something; a service for one account is not it for another. */
function declaredIn(rows) {
  const said = new Set(rows.filter(({ expects }) => expects === 'all').flatMap(({ requests }) => requests).map(
    request => saying(request.by, request)));
  return (request, by = request.by) => said.has(saying(by, request));
}

const saying = (who, { by, action, on, context }) =>
  [who, action, bearerOf(on), ...by.startsWith('arn:') ? [] : [context?.['aws:SourceAccount']]].join(' ');

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
export async function decide({ world: accounts, requests }) {
  const world = readWorld(accounts, requests.map(({ by }) => by));
  return { decisions: await Promise.all(requests.map(request => decideOne(world, withKeysOfTags(request)))) };
}
