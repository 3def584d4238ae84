#!/usr/bin/env bash
# Steps 1 to 5 of the article, by hand. The console makes the instance profile with a role for EC2; the workspace's role is there before.
set -euo pipefail
role=databricks-mlflow-sagemaker workspace=databricks-workspace account=$(aws sts get-caller-identity --query Account --output text)
ec2='{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}'
sagemaker='{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}'
databricks='{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::414351767826:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"databricks-account-id"}}}'
policy() { printf '{"Version":"2012-10-17","Statement":[%s]}' "$1"; }

aws iam create-role --role-name "$workspace" --assume-role-policy-document "$(policy "$databricks")"

aws iam create-role --role-name "$role" --assume-role-policy-document "$(policy "$ec2")"
aws iam create-instance-profile --instance-profile-name "$role"
aws iam add-role-to-instance-profile --instance-profile-name "$role" --role-name "$role"
aws iam attach-role-policy --role-name "$role" --policy-arn arn:aws:iam::aws:policy/AmazonSageMakerFullAccess
aws iam put-role-policy --role-name "$role" --policy-name sagemaker-deployment --policy-document "$(policy '
  {"Action":["s3:PutObjectAcl","s3:PutObjectTagging"],"Resource":["arn:aws:s3:::mlflow-sagemaker-*-'"$account"'","arn:aws:s3:::mlflow-sagemaker-*-'"$account"'/*"],"Effect":"Allow"},
  {"Action":["iam:GetRole"],"Resource":["arn:aws:iam::'"$account:role/$role"'"],"Effect":"Allow"},
  {"Action":["ecr:DescribeGitRepositories"],"Resource":["arn:aws:ecr:*:'"$account"':repository/*"],"Effect":"Allow"}')"
aws iam update-assume-role-policy --role-name "$role" --policy-document "$(policy "$ec2,$sagemaker")"
aws iam put-role-policy --role-name "$workspace" --policy-name pass-role --policy-document "$(policy '
  {"Action":["iam:PassRole"],"Resource":["arn:aws:iam::'"$account:role/$role"'"],"Effect":"Allow"}')"
