#!/usr/bin/env bash
# Steps 2 and 5 of the lesson, by hand.
set -euo pipefail
role=SageMakerExecutionRole aws_policies=arn:aws:iam::aws:policy

aws iam create-role --role-name "$role" --assume-role-policy-document \
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
for policy in AmazonS3FullAccess CloudWatchLogsFullAccess AmazonEC2ContainerRegistryReadOnly; do
  aws iam attach-role-policy --role-name "$role" --policy-arn "$aws_policies/$policy"
done
