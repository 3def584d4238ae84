// Judges the rows of an access contract.
import { decide } from './decide.mjs';

/** Decides requests over one world; the same request is decided once. */
export function decider(world) {
  const known = new Map();
  return request => {
    const key = JSON.stringify([request.by, request.action, request.on, request.context]);
    if (!known.has(key)) known.set(key, decide(world, request));
    return known.get(key);
  };
}

/** Gives each row, in their order, the decision on each of its requests, whether it holds, and the places of the requests that keep it. */
export async function judgeRows(decideOnce, rows) {
  const verdicts = [];
  for (const { expects, requests } of rows) {
    const decisions = [];
    for (const request of requests) decisions.push(await decideOnce(request));
    const held = holds(expects, decisions);
    verdicts.push({ held, decisions, broken: held ? [] : [...decisions.keys()].filter(at => !isAsExpected(expects, decisions[at])) });
  }
  return verdicts;
}

/** all: every request is allowed. notAll: one of them at least is denied. none: every one is denied. */
export function holds(expects, decisions) {
  if (decisions.some(decision => decision.result === 'failed')) return false;
  const allowed = decisions.filter(decision => decision.result === 'allowed').length;
  return { all: allowed === decisions.length, notAll: allowed < decisions.length, none: allowed === 0 }[expects];
}

const isAsExpected = (expects, { result }) => result === (expects === 'all' ? 'allowed' : 'denied');
