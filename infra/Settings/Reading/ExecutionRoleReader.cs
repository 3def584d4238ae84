using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads an entry of <c>executionRoles</c>.</summary>
internal static class ExecutionRoleReader
{
    private static readonly ExecutionRoleSettings Default = new();

    public static ExecutionRoleSettings Read(SettingsReader entry, AwsAccount account)
    {
        var trustedServices = entry.Key("trustedServices") is { } services ? AtLeastOne(services) : Default.TrustedServices;
        var metricNamespaces = entry.Key("metricNamespaces")?.Items("Expected a list of CloudWatch namespaces", item => item.Text(TextRule.MetricNamespace))
            ?? (trustedServices.Contains(TrustedService.SageMaker) ? ["/aws/sagemaker/*"] : []);
        var instanceProfile = entry.Key("instanceProfile");
        var settings = new ExecutionRoleSettings
        {
            RoleName = entry.Key("roleName")?.Text(TextRule.IamName),
            Adopt = AdoptReader.Read(entry, "roleName"),
            Buckets = CommonReader.Buckets(entry),
            Repositories = CommonReader.Repositories(entry, account),
            MetricNamespaces = metricNamespaces,
            KmsKeys = entry.Key("kmsKeys")?.Items("Expected a list of ARNs of KMS keys", item => item.Text(TextRule.KmsKey(account))) ?? [],
            Secrets = entry.Key("secrets")?.Items("Expected a list of names of secrets", item => item.Text(TextRule.SecretName)) ?? [],
            Vpc = entry.Key("vpc") is { } vpc ? ReadVpc(vpc) : null,
            Activities = CommonReader.Activities(entry, out var resourcePrefix),
            ResourcePrefix = resourcePrefix,
            TrustedServices = trustedServices,
            ConfusedDeputyProtection = entry.Key("confusedDeputyProtection")?.Boolean() ?? Default.ConfusedDeputyProtection,
            InstanceProfile = instanceProfile?.Boolean() ?? Default.InstanceProfile,
            PermissionsBoundary = CommonReader.PermissionsBoundary(entry, account),
            ManagedPolicies = entry.Key("managedPolicies")?.Items("Expected a list of names or ARNs of policies", item => ReadManagedPolicy(item, account)) ?? [],
            Protect = CommonReader.Protect(entry),
        };
        if (settings.InstanceProfile && !trustedServices.Contains(TrustedService.Ec2))
        {
            instanceProfile?.Report($"An instance profile is of use to EC2 alone: add '{TrustedService.Ec2.Principal()}' to trustedServices");
        }

        if (settings.Activities.Length > 0 && !trustedServices.Contains(TrustedService.SageMaker))
        {
            entry.Key("activities")?.Report($"The role passes itself to SageMaker: add '{TrustedService.SageMaker.Principal()}' to trustedServices");
        }

        entry.RejectOtherKeys();
        return settings;
    }

    private static ImmutableArray<TrustedService> AtLeastOne(SettingsReader services)
    {
        var trusted = services.Words(Vocabularies.Services);
        if (trusted.IsEmpty && services.IsList)
        {
            services.Report("an empty list", $"Expected one or more of: {Vocabularies.Services}");
        }

        return trusted;
    }

    private static VpcSettings ReadVpc(SettingsReader vpc)
    {
        var settings = new VpcSettings
        {
            Subnets = vpc.RequiredKey("subnets", "Expected a list of ids of subnets")
                ?.Items("Expected a list of ids of subnets", item => item.Text(TextRule.SubnetId)) ?? [],
            SecurityGroups = vpc.RequiredKey("securityGroups", "Expected a list of ids of security groups")
                ?.Items("Expected a list of ids of security groups", item => item.Text(TextRule.SecurityGroupId)) ?? [],
        };
        vpc.RejectOtherKeys();
        return settings;
    }

    private static string? ReadManagedPolicy(SettingsReader item, AwsAccount account)
    {
        var policy = item.Text(TextRule.ManagedPolicy(account));
        if (policy is null || !ManagedPolicies.IsRefused(policy))
        {
            return policy;
        }

        item.Report($"It makes whoever runs a job an administrator; name the permissions that are needed, or a narrower policy. Refused: {ManagedPolicies.Refused}");
        return null;
    }
}
