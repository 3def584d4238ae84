#!/usr/bin/env python3
"""Writes the flows of a recording: what a client asked of AWS, as the requests that IAM then decides.

    proof/Tasks/recorded/flows.py RECORDING.jsonl [NECESSITY.tsv] > proof/Tasks/recorded/CLIENT.flows

README.md has the format of all three. A call whose IAM requests this does not know is an error that names it.
"""
import json
import re
import sys

ACCOUNT, REGION = "123456789012", "us-east-1"

# What a parameter names, in SageMaker's ARNs.
NAMED = {
    "AutoMLJobName": "automl-job", "EndpointConfigName": "endpoint-config", "EndpointName": "endpoint", "ExperimentName": "experiment",
    "FeatureGroupName": "feature-group", "HyperParameterTuningJobName": "hyper-parameter-tuning-job",
    "InferenceComponentName": "inference-component", "JobDefinitionName": "data-quality-job-definition", "ModelName": "model",
    "ModelPackageGroupName": "model-package-group", "MonitoringScheduleName": "monitoring-schedule",
    "NotebookInstanceName": "notebook-instance", "PipelineName": "pipeline", "ProcessingJobName": "processing-job",
    "TrackingServerName": "mlflow-tracking-server", "TrainingJobName": "training-job", "TransformJobName": "transform-job",
    "TrialComponentName": "experiment-trial-component", "TrialName": "experiment-trial",
}
# Parameters that hold an ARN.
ARNS = ["Arn", "ResourceArn", "PipelineExecutionArn", "ModelPackageArn", "SourceArn", "DestinationArn"]
# Lists that name a resource. Every other list, and a search, knows none.
LISTS_OF_ONE = {
    "ListModelPackages", "ListPipelineExecutions", "ListPipelineExecutionSteps", "ListPipelineParametersForExecution", "ListTags",
    "ListTrainingJobsForHyperParameterTuningJob",
}
PASSED_TO = {
    "sagemaker": "sagemaker.amazonaws.com", "lambda": "lambda.amazonaws.com", "scheduler": "scheduler.amazonaws.com",
    "stepfunctions": "states.amazonaws.com", "batch": "ecs-tasks.amazonaws.com",
}


def arn(service, resource):
    """As a task writes it: what is here for the account and region of the recording."""
    return f"{{arn:{service}}}:{resource}"


def written(text):
    """An ARN that the client gave, written as the others are."""
    return re.sub(rf"arn:aws:([a-z-]+):{REGION}:{ACCOUNT}:", r"{arn:\1}:", text)


def bucket(name, key=None):
    return f"arn:aws:s3:::{name}" if key is None else f"arn:aws:s3:::{name}/{key}"


def s3(call, action, given):
    name = given.get("Bucket")
    if action == "s3:ListAllMyBuckets":
        return [("*", {})]
    if "Key" in given:
        # What is read of a copy is another object.
        is_source = action == "s3:GetObject" and "CopySource" in given
        on = bucket(*given["CopySource"].split("/", 1)) if is_source else bucket(name, given["Key"])
        with_headers = {}
        if action == "s3:PutObject":
            with_headers = {
                "s3:x-amz-server-side-encryption": given.get("ServerSideEncryption"),
                "s3:x-amz-server-side-encryption-aws-kms-key-id": given.get("SSEKMSKeyId"),
            }
        return [(on, {key: value for key, value in with_headers.items() if value})]
    deleted = [value for key, value in given.items() if re.fullmatch(r"Delete\.Objects\[\d+\]\.Key", key)]
    if call["operation"] == "DeleteObjects" and not deleted:
        # A client of its own sent it: what was recorded has no body.
        deleted = ["any-object"]
    if deleted:
        return [(bucket(name, key), {}) for key in deleted]
    return [(bucket(name), {"s3:prefix": given["Prefix"]} if "Prefix" in given else {})]


def sagemaker(call, action, given):
    operation = call["operation"]
    if action == "sagemaker:CallMlflowAppApi":
        return [(given["Header.x-sm-mlflow-app-arn"], {})]
    if operation == "Search" or (operation.startswith("List") and operation not in LISTS_OF_ONE):
        return [("*", {})]
    if operation == "CreateModelPackage" or operation == "ListModelPackages":
        return [(arn("sagemaker", f"model-package/{given['ModelPackageGroupName']}/1"), {})]
    if operation == "CreateArtifact":
        # SageMaker names it by a hash of its source.
        return [(arn("sagemaker", "artifact/0123456789abcdef0123456789abcdef"), {})]
    if operation == "CreateEndpointConfig":
        models = sorted({value for key, value in given.items() if re.fullmatch(r"ProductionVariants\[\d+\]\.ModelName", key)})
        on = arn("sagemaker", f"endpoint-config/{given['EndpointConfigName']}")
        return [
            (on, {} if action == "sagemaker:AddTags" else {"sagemaker:ModelArn": arn("sagemaker", f"model/{model}")})
            for model in models
        ]
    if operation == "CreateTransformJob":
        on = arn("sagemaker", f"transform-job/{given['TransformJobName']}")
        return [(on, {} if action == "sagemaker:AddTags" else {"sagemaker:ModelArn": arn("sagemaker", f"model/{given['ModelName']}")})]
    if operation == "BatchGetRecord":
        return [(arn("sagemaker", f"feature-group/{given['Identifiers[0].FeatureGroupName']}"), {})]
    named = [given[key] for key in ARNS if key in given]
    if named:
        return [(name, {}) for name in named]
    if given.get("ModelPackageName", "").startswith("arn:"):
        return [(given["ModelPackageName"], {})]
    named = [arn("sagemaker", f"{kind}/{given[key]}") for key, kind in NAMED.items() if key in given]
    created = [one for one in named if one.split(":")[-1].split("/")[0] == CREATED.get(operation)]
    return [(one, {}) for one in (created if action == "sagemaker:AddTags" or operation == "CreateMonitoringSchedule" else named)]


# What a call with tags puts them on, where it names more than that.
CREATED = {"CreateEndpoint": "endpoint", "CreateTrial": "experiment-trial", "CreateMonitoringSchedule": "monitoring-schedule"}
CREATED |= {f"Create{key.removesuffix('Name')}": kind for key, kind in NAMED.items() if f"Create{key.removesuffix('Name')}" not in CREATED}


def logs(call, action, given):
    # What is asked of a whole group is checked against its ARN with ":log-stream:" behind it.
    return [(arn("logs", f"log-group:{given['logGroupName']}:log-stream:{given.get('logStreamName', '')}"), {})]


def glue(call, action, given):
    database = given.get("DatabaseName") or given.get("DatabaseInput.Name") or given["Name"]
    table = given.get("TableName") or given.get("TableInput.Name") or (given.get("Name") if "DatabaseName" in given else None)
    on = [arn("glue", "catalog"), arn("glue", f"database/{database}")]
    if "Table" in action or "Partition" in action:
        on.append(arn("glue", f"table/{database}/{table or 'any'}"))
    if action == "glue:DeleteDatabase":
        # With all that is in it.
        on += [arn("glue", f"table/{database}/any"), arn("glue", f"userDefinedFunction/{database}/any")]
    return [(one, {}) for one in on]


def scaling(call, action, given):
    if "Describe" in action:
        return [("*", {})]
    return [(
        arn("application-autoscaling", "scalable-target/0ec50123456789abcdef0123456789abcdef"),
        {"application-autoscaling:service-namespace": given["ServiceNamespace"],
         "application-autoscaling:scalable-dimension": given["ScalableDimension"]},
    )]


def states(call, action, given):
    if action == "states:ListStateMachines":
        return [("*", {})]
    if "name" in given:
        return [(arn("states", f"stateMachine:{given['name']}"), {})]
    return [(given.get("executionArn") or given["stateMachineArn"], {})]


def batch(call, action, given):
    return [(arn("batch", f"job-definition/{given['jobDefinitionName']}") if action == "batch:RegisterJobDefinition" else "*", {})]


def iam(call, action, given):
    if "PolicySourceArn" in given:
        return [(given["PolicySourceArn"], {})]
    kind = "policy" if action == "iam:CreatePolicy" else "role"
    name = given["PolicyName"] if kind == "policy" else given["RoleName"]
    return [(f"arn:aws:iam::{ACCOUNT}:{kind}/{name}", {"iam:PolicyARN": given["PolicyArn"]} if action == "iam:AttachRolePolicy" else {})]


def ecr(call, action, given):
    names = given.get("repositoryNames") or [given["repositoryName"]] if action != "ecr:GetAuthorizationToken" else []
    return [(arn("ecr", f"repository/{name}"), {}) for name in names] or [("*", {})]


SERVICES = {
    "s3": s3, "sagemaker": sagemaker, "logs": logs, "glue": glue, "application-autoscaling": scaling, "states": states, "batch": batch,
    "iam": iam, "ecr": ecr,
    "sagemaker-mlflow": lambda call, action, given: [(given["Header.x-mlflow-sm-tracking-server-arn"], {})],
    "athena": lambda call, action, given: [(arn("athena", f"workgroup/{given.get('WorkGroup', 'primary')}"), {})],
    "cloudwatch": lambda call, action, given: [("*", {})],
    "events": lambda call, action, given: [(arn("events", f"rule/{given.get('Name') or given['Ids'][0]}"), {})],
    "lambda": lambda call, action, given: [(arn("lambda", f"function:{given['FunctionName']}"), {})],
    "scheduler": lambda call, action, given: [(arn("scheduler", f"schedule/{given.get('GroupName', 'default')}/{given['Name']}"), {})],
    "sts": lambda call, action, given: [(given["RoleArn"], {})],
}


def tags(given):
    tags = given.get("Tags", given.get("tags", []))
    return {f"aws:RequestTag/{tag.get('Key', tag.get('key'))}": tag.get("Value", tag.get("value")) for tag in tags}


def keys(call, given):
    """What AWS asks of a key on behalf of the caller. The recording has none of it: no client calls KMS itself."""
    service, operation = call["service"], call["operation"]
    if service == "s3" and call["action"] == "s3:PutObject" and "SSEKMSKeyId" in given:
        via = {"kms:ViaService": f"s3.{REGION}.amazonaws.com"}
        yield "kms:GenerateDataKey", given["SSEKMSKeyId"], via
        if operation == "CreateMultipartUpload":
            yield "kms:Decrypt", given["SSEKMSKeyId"], via
    is_config = operation == "CreateEndpointConfig"
    volumes = [value for key, value in given.items() if key.endswith("VolumeKmsKeyId") or (is_config and key == "KmsKeyId")]
    for key in volumes if service == "sagemaker" else []:
        yield "kms:CreateGrant", key, {"kms:GrantIsForAWSResource": "true", "kms:ViaService": f"sagemaker.{REGION}.amazonaws.com"}


def requests(call, workgroups):
    given = dict(call["resource"])
    if call["service"] == "athena":
        # A result is asked for by the number of its query.
        given.setdefault("WorkGroup", workgroups.get(given.get("QueryExecutionId"), "primary"))
    for action in [call["action"], *call.get("also", [])]:
        for on, context in SERVICES[action.split(":")[0]](call, action, given):
            context = dict(context)
            if call["operation"].startswith(("Create", "AddTags")) and call["service"] in ("sagemaker", "stepfunctions"):
                context |= tags(given)
            if action == "sagemaker:AddTags" and call["operation"] != "AddTags":
                context["sagemaker:TaggingAction"] = call["operation"]
            yield action, on, context
    if "passes_role" in call:
        yield "iam:PassRole", call["passes_role"], {"iam:PassedToService": PASSED_TO[call["service"]]}
    yield from keys(call, given)


def main(recording, necessity=None):
    tolerated = set()
    for line in open(necessity).read().splitlines()[1:] if necessity else []:
        client, flow, action, outcome = line.split("\t")[:4]
        if outcome in ("tolerated", "other-way"):
            tolerated.add((client, flow, action))
    flows, clients = {}, {}
    for line in open(recording):
        call = json.loads(line)
        flows.setdefault(call["flow"], []).append(call)
        clients.setdefault(call["client"])
    print(f"# {', '.join(clients)}")
    for flow, calls in flows.items():
        print(f"\n{flow}")
        workgroups = {}
        for call in calls:
            if call["operation"] == "StartQueryExecution":
                # The stand-in numbered the queries as they came.
                workgroups[f"00000000-0000-4000-8000-{len(workgroups) + 1:012}"] = call["resource"].get("WorkGroup", "primary")
        said = set()
        for call in calls:
            # AWS answers it whatever the policies say.
            if call["action"] == "sts:GetCallerIdentity":
                continue
            for action, on, context in requests(call, workgroups):
                # pyarrow learns from a bucket that cannot be which server it speaks with: any answer will do.
                is_unneeded = (call["client"], flow, action) in tolerated or "$" in on
                mark = "?" if is_unneeded else ""
                pairs = "".join(f"  {key}={value}" for key, value in context.items() if not re.search(r"\s", str(value)))
                line = written(f"  {mark}{call['actor']}  {action}  {on}{pairs}")
                if line not in said:
                    said.add(line)
                    print(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
