// Judges the rows of an access contract.
import { decide } from './decide.mjs';

/** Decides requests over one world; the same request is decided once. */
export function decider(world, place) {
  const known = new Map();
  return request => {
    const key = JSON.stringify([request.by, request.action, request.on, request.context]);
    if (!known.has(key)) known.set(key, decide(world, place, request));
    return known.get(key);
  };
}

/** Gives each row the decision on each of its requests, and whether the row holds. */
export async function judgeRows(decideOnce, rows) {
  const verdicts = [];
  for (const row of rows) {
    const decisions = [];
    for (const request of row.requests) decisions.push(await decideOnce(request));
    verdicts.push({ id: row.id, held: holds(row.expects, decisions), decisions });
  }
  return verdicts;
}

/** all: every request is allowed. notAll: one of them at least is denied. none: every one is denied. */
export function holds(expects, decisions) {
  if (decisions.some(decision => decision.result === 'failed')) return false;
  const allowed = decisions.filter(decision => decision.result === 'allowed').length;
  return { all: allowed === decisions.length, notAll: allowed < decisions.length, none: allowed === 0 }[expects];
}
