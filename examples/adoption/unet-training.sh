#!/usr/bin/env bash
# Parts 1 and 2 of the guide, by hand.
set -euo pipefail
user=sagemaker-developer role=SageMaker-UNetTraining-ExecutionRole aws_policies=arn:aws:iam::aws:policy

aws iam create-role --role-name "$role" --description 'Execution role for SageMaker UNet training jobs' --assume-role-policy-document \
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
custom=$(aws iam create-policy --policy-name VesselSegmentationS3ECRAccess --description 'S3 and ECR access for vessel segmentation training' \
  --query Policy.Arn --output text --policy-document '{
    "Version": "2012-10-17",
    "Statement": [
      {
        "Sid": "S3AccessForVesselSegmentation",
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"],
        "Resource": ["arn:aws:s3:::vessel-segmentation-data", "arn:aws:s3:::vessel-segmentation-data/*"]
      },
      {
        "Sid": "ECRAccess",
        "Effect": "Allow",
        "Action": ["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
        "Resource": "*"
      },
      {
        "Sid": "CloudWatchLogs",
        "Effect": "Allow",
        "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        "Resource": "arn:aws:logs:*:*:*"
      }
    ]
  }')
for policy in "$aws_policies/AmazonSageMakerFullAccess" "$custom"; do
  aws iam attach-role-policy --role-name "$role" --policy-arn "$policy"
done

aws iam create-user --user-name "$user"
for policy in "$aws_policies/AmazonSageMakerFullAccess" "$aws_policies/AmazonEC2ContainerRegistryFullAccess" "$aws_policies/IAMReadOnlyAccess" "$custom"; do
  aws iam attach-user-policy --user-name "$user" --policy-arn "$policy"
done
aws iam create-access-key --user-name "$user" --query AccessKey.Status
