"""Prints what was skipped and why, and as the last line how many tests passed, failed and were skipped, from a file of results."""
import collections
import sys
import xml.etree.ElementTree

NAMESPACE = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"

results = list(xml.etree.ElementTree.parse(sys.argv[1]).iter(f"{NAMESPACE}UnitTestResult"))
outcomes = collections.Counter(result.get("outcome") for result in results)
reasons = collections.Counter(
    result.findtext(f".//{NAMESPACE}Message", "no reason given").strip() for result in results if result.get("outcome") == "NotExecuted"
)
for reason, tests in reasons.most_common():
    print(f"Skipped {tests}: {reason}")
failed = len(results) - outcomes["Passed"] - outcomes["NotExecuted"]
print(f"{outcomes['Passed']} passed, {failed} failed, {outcomes['NotExecuted']} skipped")
