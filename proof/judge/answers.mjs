// What the judge says of rows. It names the same statements over and over, once for each of thousands of requests: said once each, an
// answer is a tenth as long.

/** The verdicts, with the places of statements among those that decided and those that were near, and these. */
export function saidOnce(verdicts) {
  const [deciding, near] = [new Said(), new Said()];
  const rows = verdicts.map(({ held, decisions, broken }) => ({
    held,
    broken,
    decisions: decisions.map(({ result, why, explicit, decidedBy, near: nearest }) => ({
      result, why, explicit, decidedBy: decidedBy.map(one => deciding.placeOf(one)), near: nearest?.map(one => near.placeOf(one)),
    })),
  }));
  return { rows, deciding: deciding.statements, near: near.statements };
}

class Said {
  #places = new Map();
  statements = [];

  placeOf({ policy, statement, misses }) {
    const key = [policy, statement, ...misses ?? []].join('\n');
    if (!this.#places.has(key)) this.#places.set(key, this.statements.push({ policy, statement, misses }) - 1);
    return this.#places.get(key);
  }
}
