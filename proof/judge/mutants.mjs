// Takes away each part of each policy of the stack, and widens each, one at a time, and asks whether the contract notices. For what counts
// of a boundary, see there.
import { givenEverything, isOfNobodyYet, lifted } from './boundaries.mjs';
import { decide, decideAgain, everything, isDeniedBy, isExplained, isNotAllowed } from './decide.mjs';
import { list, sampleOf, secretKeys, statementName, statementsOf } from './documents.mjs';
import { letsMoreThrough } from './passages.mjs';
import { hasOneAlone, isOfAction, isOnOneAlone, isOnOneOf } from './relevance.mjs';
import { holds, saysTheSame } from './rows.mjs';
import { widerThan } from './wider.mjs';
import { changedTo, nameOf, withStatements } from './world.mjs';

/**
 * Every document that lacks one action, resource, principal, condition or condition value of the given one, or allows more by one step.
 */
function mutantsOf(policy) {
  const bearer = policy.source === 'resource' ? policy.on : undefined;
  return statementsOf(policy.document).flatMap((statement, at) =>
    [...lessers(statement), ...widerThan(statement, bearer).map(wider => ({ ...wider, loosened: true, widened: true }))]
      .map(({ taken, part, loosened, widened = false, isOther = false, resource, matches, absent, statement: lesser }) => ({
      policy,
      index: at + 1,
      statement: statementName(statement, at + 1),
      effect: statement.Effect,
      taken,
      part,
      loosened: isOther ? undefined : loosened !== (statement.Effect === 'Deny'),
      widened,
      resource,
      matches,
      absent,
      original: statement,
      lesser,
      document: withStatements(policy, statementsOf(policy.document).flatMap((other, i) => i !== at ? [other] : lesser ? [lesser] : [])),
    })));
}

// As a statement that does not match says what it misses.
const partOf = { Action: 'the action', NotAction: 'the action', Resource: 'the resource', NotResource: 'the resource' };

const hasASayIn = { Action: isOfAction, Resource: (_, values, rest) => isOnOneAlone(values, rest) };

function lessers(statement) {
  const found = [];
  for (const element of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    const values = list(statement[element]);
    for (const value of values) {
      const rest = values.filter(other => other !== value);
      found.push(
        {
          taken: `${element} ${value}`,
          part: partOf[element],
          loosened: element.startsWith('Not'),
          matches: hasASayIn[element]?.(value, values, rest),
          ...(element === 'Resource' && { resource: value }),
          statement: rest.length ? { ...statement, [element]: rest } : null,
        });
    }
  }
  for (const [kind, given] of Object.entries(typeof statement.Principal === 'object' ? statement.Principal : {})) {
    for (const value of list(given)) {
      const rest = { ...statement.Principal, [kind]: list(given).filter(other => other !== value) };
      if (!rest[kind].length) delete rest[kind];
      found.push(
        {
          taken: `Principal ${value}`,
          part: 'the principal',
          loosened: false,
          statement: Object.keys(rest).length ? { ...statement, Principal: rest } : null,
        });
    }
  }
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, given] of Object.entries(keys)) {
      const part = `the condition ${operator} ${key}`;
      found.push(
        { taken: `Condition ${operator} ${key}`, part, loosened: true, statement: withCondition(statement, operator, key, undefined) });
      const values = list(given);
      if (values.length < 2) continue;
      for (const value of values) {
        const rest = values.filter(other => other !== value);
        found.push({
          taken: `Condition ${operator} ${key} = ${secretKeys.has(key.toLowerCase()) ? '…' : value}`,
          part,
          loosened: /Not/.test(operator),
          matches: hasOneAlone(operator, key, values, rest),
          statement: withCondition(statement, operator, key, rest),
        });
      }
    }
  }
  return found;
}

function withCondition(statement, operator, key, values) {
  const keys = { ...statement.Condition[operator], [key]: values };
  if (values === undefined) delete keys[key];
  const condition = { ...statement.Condition, [operator]: keys };
  if (!Object.keys(keys).length) delete condition[operator];
  const { Condition: _, ...rest } = statement;
  return Object.keys(condition).length ? { ...rest, Condition: condition } : rest;
}

/**
 * Says how many mutants of the policies are noticed, and which are not: by the rows, where the policy of a resource lets in more, by whom
 * that is, and where a boundary denies less, by what would lift it.
 * @param bounds those of the policies that are boundaries
 * @param openings whom the policy of a resource lets in beyond the contract, with changes, by what the statements of these cover
 */
export async function judgeMutants(world, policies, rows, verdicts, bounds, openings) {
  const requests = index(rows, verdicts);
  const bare = unboundedOf(world);
  const apart = new Map(bounds.map(policy => [policy, givenEverything(bare.world, policy)]));
  const unnoticed = [];
  let [count, widened] = [0, 0];
  for (const policy of policies) {
    for (const mutant of mutantsOf(policy)) {
      if (apart.has(policy) && mutant.resource && isOfNobodyYet(world, policy, mutant.resource)) continue;
      const isNoticed = apart.has(policy)
        ? await noticedApart(world, apart.get(policy), mutant, requests) || lifts(world, mutant)
        : await noticed(world, mutant, requests, bare) || await opens(world, mutant, openings);
      if (!isNoticed && mutant.absent && letsNothingIn(apart.get(policy) ?? world, mutant)) continue;
      count++;
      if (mutant.widened) widened++;
      if (!isNoticed) {
        unnoticed.push({ policy: policy.label, statement: mutant.statement, taken: mutant.taken, widened: mutant.widened });
      }
    }
  }
  const audiences = [...world.audiences].filter(([provider]) => isTheStacks(world, policies, provider))
    .flatMap(([provider, values]) => values.map(audience => ({ provider, audience })));
  const unneeded = audiences.filter(({ provider, audience }) => !rows.some(({ expects, requests }, r) =>
    expects === 'all' && verdicts[r].held && requests.some(({ by, context }) => by === provider && isFor(context, audience))));
  unnoticed.push(...unneeded.map(({ provider, audience }) => (
    { policy: `identity provider ${nameOf(provider)}`, statement: 'its audiences', taken: `Audience ${audience}`, widened: false })));
  count += audiences.length;
  return { count, widened, noticed: count - unnoticed.length, unnoticed };
}

/** Whether a provider is the stack's: a trust policy of its own names it, and the provider is not known to be somebody else's. */
const isTheStacks = (world, policies, provider) => !world.ofOthers.has(provider)
  && policies.some(({ source, document }) => source === 'trust'
    && statementsOf(document).some(({ Principal }) => list(Principal?.Federated).includes(provider)));

const isFor = (context, audience) => Object.entries(context).some(([key, value]) => key.endsWith(':aud') && value === audience);

/** Each request of each row, under the statements that its decision rests on, with what these miss to match it, where that is known. */
function index(rows, verdicts) {
  const byStatement = new Map();
  rows.forEach((row, r) => row.requests.forEach((request, q) => {
    const decision = verdicts[r].decisions[q];
    for (const { id, index: at, misses = [] } of [...decision.decidedBy, ...(decision.near ?? []), ...(decision.spared ?? [])]) {
      const key = `${id} ${at}`;
      if (!byStatement.has(key)) byStatement.set(key, []);
      byStatement.get(key).push({ row, verdict: verdicts[r], q, request, misses: isExplained(decision) ? misses : undefined });
    }
  }));
  for (const list of byStatement.values()) list.sort((one, other) => (one.misses === undefined) - (other.misses === undefined));
  return byStatement;
}

async function noticed(world, mutant, requests, bare) {
  const changed = new Map([[mutant.policy.id, changedTo(mutant.policy, mutant.document)]]);
  const alone = new Map([...bare.boundaries, ...changed]);
  for (const asked of requests.get(`${mutant.policy.id} ${mutant.index}`) ?? []) {
    const { verdict, q, request } = asked;
    const before = verdict.decisions[q].result;
    // What only shrinks an Allow cannot turn a denial into an allowance, nor the other way round.
    if (mutant.loosened !== undefined && before === (mutant.loosened ? 'allowed' : 'denied') || before === 'failed') continue;
    if (!concerns(mutant, asked)) continue;
    // What denies less cannot turn the denial into an allowance of what it does not deny, or of what nothing allows.
    if (deniesLess(mutant) && saysTheSame(world, request, verdict.decisions[q])
      && (bare.allowsNot(request) || !isDenied(world, asked, mutant))) continue;
    const decided = (within, changes) => decidedAsBefore(world, asked, within, changes);
    // Another layer may keep what a policy gives away: where the policy can do without it, it has to.
    const unbounded = mutant.policy.source === 'endpoint' ? bare.behindEndpoints : bare.world;
    asked.unbounded ??= bare.bounds && before !== 'allowed' ? await decided(unbounded, bare.boundaries) : before;
    const after = await (asked.unbounded === before ? decided(unbounded, alone) : decided(world, changed));
    if (after !== before && breaks(asked, after)) return true;
  }
  return false;
}

/**
 * Whether a mutant concerns a request, which misses nothing else of the statement than what is changed, and is on a resource of it, as it
 * is or as the mutant has it: others are decided as before.
 */
function concerns({ part, matches, original, lesser }, asked) {
  if (asked.misses?.some(miss => miss !== part && !miss.startsWith(`${part} `))) return false;
  if (matches && !matches(asked.request)) return false;
  asked.isOnOriginal ??= isOnOneOf(original, asked.request);
  return asked.isOnOriginal || lesser !== null && lesser.Resource !== original.Resource && isOnOneOf(lesser, asked.request);
}

const deniesLess = ({ effect, loosened }) => effect === 'Deny' && loosened;

/** Whether the statement of a mutant, as it is, denies a request, as far as that can be told of it alone. */
function isDenied(world, asked, { policy, original }) {
  if (asked.misses) return asked.misses.length === 0;
  asked.isDenied ??= ['endpoint', 'trust'].includes(policy.source) || isDeniedBy(world, asked.request, policy, original);
  return asked.isDenied;
}

/** Whether rows notice a mutant of a boundary, where it alone says what those may do who bear it: no less than they may with others. */
async function noticedApart(world, given, mutant, requests) {
  const changed = new Map([[mutant.policy.id, changedTo(mutant.policy, mutant.document)]]);
  for (const asked of requests.get(`${mutant.policy.id} ${mutant.index}`) ?? []) {
    if (!concerns(mutant, asked)) continue;
    const decision = asked.verdict.decisions[asked.q];
    if (deniesLess(mutant) && saysTheSame(world, asked.request, decision) && !isDenied(world, asked, mutant)) continue;
    asked.apart ??= decision.result === 'allowed' ? 'allowed' : await decidedAsBefore(world, asked, given, new Map());
    const after = await decidedAsBefore(world, asked, given, changed);
    if (after !== asked.apart && breaks(asked, after)) return true;
  }
  return false;
}

/** The result for a request within a world: by the quick way, where that says of the world as it is what was decided. */
const decidedAsBefore = (world, { verdict, q, request }, within, changed) => saysTheSame(world, request, verdict.decisions[q])
  ? decideAgain(within, request, changed)
  : slowly(within, request, changed);

/** Whether a row that held no longer does where one of its requests has another result. */
const breaks = ({ row, verdict, q }, result) => verdict.held && !holds(row.expects, verdict.decisions.with(q, { result }));

/** Whether a mutant of a boundary no longer denies something that would lift it. */
function lifts(world, { policy, effect, document }) {
  if (effect !== 'Deny') return false;
  policy.lifted ??= lifted(world, policy).length;
  return lifted(world, policy, document).length > policy.lifted;
}

/** Whether a mutant of a resource's policy lets in somebody whom the policy itself does not, or one of an endpoint's lets more through. */
async function opens(world, { policy, original, lesser, loosened, document }, openings) {
  if (!['resource', 'endpoint'].includes(policy.source) || loosened === false) return false;
  const changed = new Map([[policy.id, changedTo(policy, document)]]);
  if (policy.source === 'endpoint') return letsMoreThrough(world, policy, { original, statement: lesser, changed });
  policy.openings ??= new Set((await openings(policy)).flatMap(saying));
  const statements = [original, lesser].filter(Boolean);
  return (await openings(policy, changed, statements)).flatMap(saying).some(opening => !policy.openings.has(opening));
}

const saying = ({ by, actions }) => actions.map(action => `${by} ${action}`);

/**
 * A world in which nothing bounds what policies allow: boundaries that bound nothing, no policies of an organization, no endpoints, and
 * identity providers that take every token.
 */
function unboundedOf(world) {
  const boundaries = new Map(
    [...world.identities.values()].filter(({ boundary }) => boundary).map(({ boundary }) => [boundary.id, everything]));
  const resources = new Map([...world.resources].filter(([, policy]) => policy?.source !== 'endpoint'));
  const bounds = boundaries.size + world.audiences.size + world.serviceControl.length + world.resourceControl.length
    + world.resources.size - resources.size > 0;
  const behindEndpoints = { ...world, audiences: new Map(), serviceControl: [], resourceControl: [] };
  const bare = { ...behindEndpoints, resources };
  const denied = new Map();
  const allowsNot = request => {
    if (!denied.has(request)) denied.set(request, isNotAllowed(bare, request, boundaries));
    return denied.get(request);
  };
  return { world: bare, behindEndpoints, boundaries, bounds, allowsNot };
}

async function slowly(world, request, changed) {
  const { result, why } = await decide(world, request, changed);
  if (result === 'failed') throw new Error(`a mutant cannot be judged: ${why}`);
  return result;
}

/**
 * Whether what a mutant lets through without a key is allowed by other statements: then it means the same, as where one statement lists a
 * folder, and another lists without a word of a folder.
 */
function letsNothingIn(world, { policy, original, absent }) {
  const context = contextFor(original, absent);
  const holders = [...world.identities.values()].filter(({ policies, boundary }) => policies.includes(policy) || boundary === policy);
  return context !== null && holders.length > 0 && holders.every(({ arn: by }) => list(original.Action).every(
    action => list(original.Resource).every(
      on => decideAgain(world, { by, action, on: sampleOf(on), context }) === 'allowed')));
}

/** Condition keys that meet a statement's conditions but one; null where that cannot be told. */
function contextFor(statement, without) {
  const context = {};
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, given] of Object.entries(keys).filter(([name]) => name !== without)) {
      if (!/^(String|Arn)(Equals|Like)$|^Bool$/.test(operator)) return null;
      context[key] = sampleOf(list(given)[0]);
    }
  }
  return context;
}
