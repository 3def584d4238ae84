// The simulator compares ARNs letter by letter with localeCompare, and Node.js makes a collator for each call that has options: a third of
// the time of a proof. Here a comparison by { sensitivity } takes the one collator of that sensitivity; any other is as it was.
const { localeCompare } = String.prototype;
const collators = new Map();

function collatorOf(sensitivity) {
  if (!collators.has(sensitivity)) collators.set(sensitivity, new Intl.Collator(undefined, { sensitivity }));
  return collators.get(sensitivity);
}

String.prototype.localeCompare = function (other, locales, options) {
  return locales === undefined && Object.keys(options ?? {}).join() === 'sensitivity'
    ? collatorOf(options.sensitivity).compare(String(this), String(other))
    : localeCompare.call(this, other, locales, options);
};
