// Judges the rows of an access contract.
import { decide, decideAgain, decideLike } from './decide.mjs';

/**
 * Decides requests over one world; the same request is decided once. Of strangers, who are many, and almost all denied, those of a form
 * that was decided the slow way before, for anybody, are decided by the quick one where both said the same.
 */
export function decider(world) {
  const known = new Map();
  const quickForms = new Map();

  async function decideOfForm(request, ofStrangers) {
    const form = formOf(request);
    const like = ofStrangers && quickForms.get(form) ? decideLike(world, request) : null;
    const decision = like ?? await decide(world, request);
    if (!quickForms.has(form)) quickForms.set(form, request.on !== '*' && saysTheSame(world, request, decision));
    if (like) quickly.set(decision, true);
    return decision;
  }

  return (request, ofStrangers) => {
    const key = JSON.stringify([request.by, request.action, request.on, request.context]);
    if (!known.has(key)) known.set(key, decideOfForm(request, ofStrangers));
    return known.get(key);
  };
}

// Of decisions, whether the quick way of deciding comes to the same.
const quickly = new WeakMap();

/** Whether the quick way of deciding says of a request what was decided. */
export function saysTheSame(world, request, decision) {
  if (!quickly.has(decision)) quickly.set(decision, decideAgain(world, request) === decision.result);
  return quickly.get(decision);
}

/** The form of a request: its action, its condition keys, and the resource's ARN without its words. */
const formOf = ({ action, on, context }) => [action, on.replace(/[^:/*]+/g, 'x'), ...Object.keys(context ?? {}).sort()].join(' ');

/** Gives each row, in their order, the decision on each of its requests, whether it holds, and the places of the requests that keep it. */
export async function judgeRows(decideOnce, rows) {
  const verdicts = new Map();
  const strangersLast = [...rows.filter(row => !row.ofStrangers), ...rows.filter(row => row.ofStrangers)];
  for (const row of strangersLast) verdicts.set(row, await judgeRow(decideOnce, row));
  return rows.map(row => verdicts.get(row));
}

async function judgeRow(decideOnce, { expects, requests, ofStrangers }) {
  const decisions = [];
  for (const request of requests) decisions.push(await decideOnce(request, ofStrangers));
  const held = holds(expects, decisions);
  return { held, decisions, broken: held ? [] : [...decisions.keys()].filter(at => !isAsExpected(expects, decisions[at])) };
}

/** all: every request is allowed. notAll: one of them at least is denied. none: every one is denied. */
export function holds(expects, decisions) {
  if (decisions.some(decision => decision.result === 'failed')) return false;
  const allowed = decisions.filter(decision => decision.result === 'allowed').length;
  return { all: allowed === decisions.length, notAll: allowed < decisions.length, none: allowed === 0 }[expects];
}

const isAsExpected = (expects, { result }) => result === (expects === 'all' ? 'allowed' : 'denied');
