#!/usr/bin/env bash
# What create_sagemaker_role.py and create_execution_role.py of the handbook do, by hand.
set -euo pipefail
user=sagemaker-deployer-3 role=SageMakerExecutionRoleLLM aws_policies=arn:aws:iam::aws:policy

aws iam create-user --user-name "$user"
for policy in AmazonSageMakerFullAccess AWSCloudFormationFullAccess IAMFullAccess AmazonEC2ContainerRegistryFullAccess AmazonS3FullAccess; do
  aws iam attach-user-policy --user-name "$user" --policy-arn "$aws_policies/$policy"
done
aws iam create-access-key --user-name "$user" --query AccessKey.Status

aws iam create-role --role-name "$role" --description 'Execution role for SageMaker' --assume-role-policy-document \
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
for policy in AmazonSageMakerFullAccess AmazonS3FullAccess CloudWatchLogsFullAccess AmazonEC2ContainerRegistryFullAccess; do
  aws iam attach-role-policy --role-name "$role" --policy-arn "$aws_policies/$policy"
done
