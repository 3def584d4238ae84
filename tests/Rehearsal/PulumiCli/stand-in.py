"""A stand-in for the Pulumi CLI, which answers as it was recorded (tests/Recordings).

A preview, an update, an update again and a destruction tell the events that the real engine told then, in the form of --event-log, and
do to the account what they did. What of the command line and the environment the real one would refuse, this one refuses. Each call is
noted in the file STAND_IN_CALLS.

`stand-in.py events FOLDER` writes every recording as an event log.
"""
import json
import os
import pathlib
import sys
import time

RECORDINGS = pathlib.Path(__file__).resolve().parents[2] / "Recordings" / "commands"
SIGNATURE = "4dabf18193072939515e22adb298388d"
STACK = "pulumi:pulumi:Stack"
FLAGS = {
    "version": [],
    "plugin ls": ["--json"],
    "stack init": ["--stack"],
    "stack export": ["--show-secrets", "--stack"],
    "state unprotect": ["--all", "--yes", "--stack"],
    "config set-all": ["--path", "--secret", "--stack"],
    "preview": ["--event-log", "--stack"],
    "up": ["--yes", "--skip-preview", "--event-log", "--stack"],
    "destroy": ["--yes", "--skip-preview", "--event-log", "--stack"],
}


def recording(number):
    return json.loads(next(RECORDINGS.glob(f"{number}-*.json")).read_text())


def registrations(recorded):
    return [call for call in recorded["program"] if call["call"] == "registerResource" and "gets" in call]


def urns():
    """The URN of each resource that any recording has, by type and name."""
    known = {}
    for file in sorted(RECORDINGS.glob("*.json")):
        for call in json.loads(file.read_text())["program"]:
            if call["call"] in ("registerResource", "readResource"):
                asks = call["asks"]
                known[asks["type"], asks["name"]] = (urn(asks), asks.get("parent", ""))
    return known


def urn(asks):
    parent = asks.get("parent", "").split("::")[2:3]
    above = f"{parent[0]}$" if parent and parent[0] != STACK else ""
    return f"urn:pulumi:dev::sagemaker-iam::{above}{asks['type']}::{asks['name']}"


def events(recorded):
    """A recording as the events of pulumi/pulumi, sdk/go/common/apitype/events.go."""
    known = urns()
    is_preview = recorded["command"].startswith("pulumi preview")
    stack = known[STACK, "sagemaker-iam-dev"][0]
    kinds = {"begins": "resourcePreEvent", "ends": "resOutputsEvent", "fails": "resOpFailedEvent"}
    failed = stack

    def diagnostic(urn, severity, text):
        return {"diagnosticEvent": {
            "urn": urn, "prefix": f"<{{%fg 1%}}>{severity}: <{{%reset%}}>", "message": f"<{{%reset%}}>{text}<{{%reset%}}>\n",
            "color": "raw", "severity": severity}}

    yield {"preludeEvent": {"config": {"aws:region": "us-east-1"}}}
    yield diagnostic(stack, "debug", "Registering resource start")
    for step in recorded["engine"]:
        of, parent = known.get((step["type"], step["name"]), (urn(step), ""))
        state = {"type": step["type"], "urn": of, "custom": ":index:" not in step["type"], "id": "", "parent": parent,
                 "inputs": {}, "outputs": {}, "provider": ""}
        is_new = step["op"] in ("create", "create-replacement", "import", "read")
        is_gone = step["op"] in ("delete", "delete-replaced", "discard")
        metadata = {"op": step["op"], "urn": of, "type": step["type"], "old": None if is_new else state, "new": None if is_gone else state,
                    "detailedDiff": {key: {"diffKind": kind, "inputDiff": False} for key, kind in step.get("detailedDiff", {}).items()},
                    "provider": ""}
        metadata.update({key: step[key] for key in ("keys", "diffs") if step.get(key)})
        if step["step"] == "fails":
            failed = of
        yield {kinds[step["step"]]: {"metadata": metadata, "planning": is_preview}}
    for said in recorded["says"]:
        is_of_stack = said["message"] == "update failed" or said["message"].startswith("Running program")
        yield diagnostic(stack if is_of_stack else failed, said["severity"], said["message"])
    yield {"summaryEvent": {"maybeCorrupt": False, "durationSeconds": 3, "resourceChanges": recorded["changes"], "PolicyPacks": {},
                            "isPreview": is_preview}}
    yield {"cancelEvent": {}}


def write_events(recorded, path):
    with open(path, "w") as log:
        for sequence, event in enumerate(events(recorded)):
            log.write(json.dumps({"sequence": sequence, "timestamp": int(time.time()), **event}) + "\n")


def stored(value):
    """A value of the wire as it stands in a state whose secrets are shown."""
    if isinstance(value, dict):
        if SIGNATURE in value:
            return {SIGNATURE: value[SIGNATURE], "plaintext": json.dumps(stored(value["value"]))}
        return {key: stored(item) for key, item in value.items()}
    return [stored(item) for item in value] if isinstance(value, list) else value


def export(is_up, is_protected):
    recorded = recording("02")
    outputs = {call["asks"]["urn"]: call["asks"]["outputs"] for call in recorded["program"] if call["call"] == "registerResourceOutputs"}
    resources = [] if not is_up else [{
        "urn": urn(call["asks"]), "custom": call["asks"].get("custom", False), "type": call["asks"]["type"],
        "id": call["gets"].get("id", ""), "inputs": stored(call["asks"]["object"]),
        "outputs": stored(outputs.get(urn(call["asks"]), call["gets"]["object"])), "parent": call["asks"].get("parent", ""),
        "protect": is_protected and call["asks"]["type"] == "aws:iam/role:Role",
    } for call in registrations(recorded)]
    return {"version": 3, "deployment": {"manifest": {}, "resources": resources}}


def change_account(is_up):
    """Makes what the recorded update made, or deletes it again."""
    import boto3
    iam = boto3.client("iam", region_name="us-east-1")
    made = [(call["asks"], call["gets"]["object"]) for call in registrations(recording("02")) if call["asks"].get("custom")]
    for asks, got in made if is_up else reversed(made):
        kind, given = asks["type"].split(":")[-1], asks["object"]
        if kind == "Role":
            iam.create_role(RoleName=got["name"], AssumeRolePolicyDocument=given["assumeRolePolicy"]) if is_up else \
                iam.delete_role(RoleName=got["name"])
        elif kind == "User":
            iam.create_user(UserName=got["name"]) if is_up else iam.delete_user(UserName=got["name"])
        elif kind == "AccessKey" and is_up:
            iam.create_access_key(UserName=given["user"])
        elif kind == "AccessKey":
            for key in iam.list_access_keys(UserName=given["user"])["AccessKeyMetadata"]:
                iam.delete_access_key(UserName=given["user"], AccessKeyId=key["AccessKeyId"])
        elif kind == "RolePolicy":
            names = {"RoleName": given["role"], "PolicyName": got["name"]}
            iam.put_role_policy(**names, PolicyDocument=given["policy"]) if is_up else iam.delete_role_policy(**names)
        elif kind == "UserPolicy":
            names = {"UserName": given["user"], "PolicyName": got["name"]}
            iam.put_user_policy(**names, PolicyDocument=given["policy"]) if is_up else iam.delete_user_policy(**names)
        elif kind == "Policy":
            iam.create_policy(PolicyName=got["name"], PolicyDocument=given["policy"]) if is_up else iam.delete_policy(PolicyArn=got["arn"])
        elif kind == "UserPolicyAttachment":
            names = {"UserName": given["user"], "PolicyArn": given["policyArn"]}
            iam.attach_user_policy(**names) if is_up else iam.detach_user_policy(**names)


def parse(words):
    """The command, its options, and the first word that the real CLI does not know."""
    words = [word for i, word in enumerate(words) if word not in ("--non-interactive", "--color") and words[i - 1] != "--color"]
    command = next((known for known in FLAGS if " ".join(words[:len(known.split())]) == known), None)
    options, values = {}, words[len((command or "").split()):]
    while values:
        option = values.pop(0)
        if command is None or option not in FLAGS[command]:
            return command, options, option
        takes = option in ("--stack", "--event-log", "--secret")
        options.setdefault(option, []).append(values.pop(0) if takes else True)
    return command, options, None


def main():
    if sys.argv[1:2] == ["events"]:
        for file in RECORDINGS.glob("*.json"):
            write_events(json.loads(file.read_text()), pathlib.Path(sys.argv[2]) / f"{file.stem}.jsonl")
        return 0

    command, options, unknown = parse(sys.argv[1:])
    with open(os.environ["STAND_IN_CALLS"], "a") as calls:
        calls.write(json.dumps({
            "command": " ".join(sys.argv[1:]), "cwd": os.getcwd(), "files": {str(file): file.read_text() for file in pathlib.Path().glob("*.yaml")},
            "plugins": sorted(os.listdir(plugins)) if (plugins := os.path.join(os.environ["PULUMI_HOME"], "plugins")) and os.path.exists(plugins) else [],
            "environment": {name: value for name, value in os.environ.items() if name.split("_")[0] in ("PULUMI", "AWS", "HOME", "REHEARSAL")},
        }) + "\n")
    if command is None or unknown is not None:
        print(f"error: unknown flag or command: {unknown or sys.argv[1:]}", file=sys.stderr)
        return 255
    if "--event-log" in options and os.environ.get("PULUMI_DEBUG_COMMANDS") != "true":
        print("error: unknown flag: --event-log", file=sys.stderr)
        return 255
    if command == "version":
        print(os.environ.get("STAND_IN_VERSION", "v3.274.1"))
        return 0
    if command == "plugin ls":
        print(os.environ.get("STAND_IN_PLUGINS", '[{"name": "aws", "kind": "resource", "version": "7.48.0", "size": 1}]'))
        return 0

    stack_file = pathlib.Path(f"Pulumi.{options['--stack'][0]}.yaml")
    backend = pathlib.Path(os.environ["PULUMI_BACKEND_URL"].removeprefix("file://"))
    noted = backend / "state.json"
    if not pathlib.Path("Pulumi.yaml").exists() or not os.environ.get("PULUMI_CONFIG_PASSPHRASE"):
        print("error: no Pulumi.yaml project file found, or no passphrase", file=sys.stderr)
        return 255
    if command == "stack init":
        with stack_file.open("a") as file:
            file.write("encryptionsalt: v1:abc=:v1:def:ghi==\n")
        noted.write_text(json.dumps({"ups": 0, "isUp": False, "isProtected": os.environ.get("STAND_IN_PROTECTS") == "true"}))
        return 0
    if "encryptionsalt: v1:abc=:v1:def:ghi==" not in stack_file.read_text():
        print("error: the stack file has not the salt that the stack was made with", file=sys.stderr)
        return 255
    state = json.loads(noted.read_text())
    exit_code = 0
    if command == "stack export":
        print(json.dumps(export(state["isUp"], state["isProtected"])))
    elif command == "state unprotect":
        state["isProtected"] = False
    elif command == "up" and os.environ.get("STAND_IN_HANGS"):
        pathlib.Path(os.environ["STAND_IN_HANGS"]).touch()
        try:
            time.sleep(100)
        except KeyboardInterrupt:
            pathlib.Path(os.environ["STAND_IN_HANGS"] + ".interrupted").touch()
            return 1
    elif command in ("preview", "up", "destroy"):
        default = "01" if command == "preview" else "25" if command == "destroy" else "03" if state["ups"] else "02"
        recorded = recording(os.environ.get(f"STAND_IN_{command.upper()}", default))
        if command == "destroy":
            if state["isProtected"]:
                print("error: resource cannot be deleted because it is protected", file=sys.stderr)
                return 255
            recorded = {**recorded, "engine": [step for step in recorded["engine"] if step["op"] in ("delete", "discard")]}
        write_events(recorded, options["--event-log"][0])
        if says := os.environ.get("STAND_IN_SAYS"):
            print(says, file=sys.stderr)
            exit_code = 255
        exit_code = exit_code or recorded["exit"]
        if exit_code == 0 and ((command == "up" and not state["isUp"]) or command == "destroy"):
            change_account(is_up=command == "up")
            state["isUp"] = command == "up"
        state["ups"] += command == "up"
    noted.write_text(json.dumps(state))
    return exit_code


sys.exit(main())
